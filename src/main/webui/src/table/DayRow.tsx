import { useLocale } from '../i18n/locale';
import type { Column } from './columns';

interface Props {
  /** Any time of the day. */
  readonly at: number;
  readonly columns: readonly Column[];
  readonly place?: number;
  readonly index?: number;
}

/** A line that says on which day the flights below it are. */
export function DayRow({ at, columns: [first, ...others], place, index }: Props) {
  const { date } = useLocale();
  return (
    <tr role="row" aria-rowindex={place} className="dayLine" data-day={index}>
      <th role="rowheader" scope="rowgroup" data-column={first?.id}>
        {date(at)}
      </th>
      {/* Not spanned: columns that have no room are hidden by the style, which a span would count all the same. */}
      {others.map(({ id }) => (
        <td key={id} role="cell" data-column={id} />
      ))}
    </tr>
  );
}
