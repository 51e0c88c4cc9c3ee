import { lastRight } from '../board/board';
import { useNow } from '../clock/useNow';
import { useLocale } from '../i18n/locale';
import { dayTime } from '../time/replay';
import { MINUTE_MS } from '../time/zone';
import type { Status } from './freshness';

interface Props {
  readonly status: Status;
  /** Whether the time is said already. */
  readonly ageOnly: boolean;
}

/** As of when the board was right, and how long ago that is. */
export function AsOf({ status, ageOnly }: Props) {
  const { words, time, ago } = useLocale();
  const now = useNow(MINUTE_MS, 0);
  const at = lastRight(status);
  if (at === undefined) return null;
  const age = now - at;
  return (
    <span className="asOf">
      {!ageOnly && <span>{words.asOf(time(dayTime(at + status.skew, status.replay)))}</span>}
      {age >= MINUTE_MS && <span className="age"> {ago(age)}</span>}
    </span>
  );
}
