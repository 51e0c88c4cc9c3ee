import { useLocale } from '../i18n/locale';
import { sayOffset } from '../time/zone';
import type { Replay } from '../time/replay';
import './clock.css';

interface Props {
  readonly now: number;
  readonly replay?: Replay | undefined;
}

/** The time and date at the board, and which zone that is; of a replay, those of its day. */
export function Clock({ now, replay }: Props) {
  const { time, date, number, zone, zoneName, words } = useLocale();
  if (!zone) return null;
  return (
    <div className="clock">
      <time dateTime={new Date(now).toISOString()}>{time(now)}</time>
      <span>
        {replay && (
          <b className="replay">
            {words.replay} <bdi>{number(replay.speed)}×</bdi>
          </b>
        )}
        <span className="date">{date(now)}</span>
        <small>
          {zone.known
            ? words.timeZone(zoneName(now))
            : words.zoneUnknown(`UTC${sayOffset(zone.offset(now))}`, zone.name)}
        </small>
      </span>
    </div>
  );
}
