import { useLocale } from '../i18n/locale';
import { sayOffset } from '../time/zone';
import './clock.css';

/** The time and date at the board, and which zone that is. */
export function Clock({ now }: { readonly now: number }) {
  const { time, date, zone, zoneName, words } = useLocale();
  if (!zone) return null;
  return (
    <div className="clock">
      <time dateTime={new Date(now).toISOString()}>{time(now)}</time>
      <span>
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
