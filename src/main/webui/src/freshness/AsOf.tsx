import { useNow } from '../clock/useNow';
import { useLocale } from '../i18n/locale';
import { dayTime } from '../time/replay';
import { MINUTE_MS } from '../time/zone';
import type { Status } from './freshness';

/** As of when the board was right, and how long ago that is. */
export function AsOf({ status: { lostAt, skew, replay } }: { readonly status: Status }) {
  const { words, time, ago } = useLocale();
  const now = useNow(MINUTE_MS, 0);
  if (lostAt === undefined) return null;
  const age = now - lostAt;
  return (
    <span className="asOf">
      <span>{words.asOf(time(dayTime(lostAt + skew, replay)))}</span>
      {age >= MINUTE_MS && <span className="age"> {ago(age)}</span>}
    </span>
  );
}
