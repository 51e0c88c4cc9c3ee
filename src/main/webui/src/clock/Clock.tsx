import { useLocale } from '../i18n/locale';
import './clock.css';

/** The time and date at the board, and which zone that is. */
export function Clock({ now }: { readonly now: number }) {
  const { time, date, zone, words } = useLocale();
  return (
    <div className="clock">
      <time dateTime={new Date(now).toISOString()}>{time(now)}</time>
      <span>
        <span className="date">{date(now)}</span>
        <small>{words.timeZone(zone(now))}</small>
      </span>
    </div>
  );
}
