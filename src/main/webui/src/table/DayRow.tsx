import { useLocale } from '../i18n/locale';

interface Props {
  /** Any time of the day. */
  readonly at: number;
  readonly columns: number;
  readonly place?: number;
  readonly index?: number;
}

/** Says of which day the flights below it are. */
export function DayRow({ at, columns, place, index }: Props) {
  const { date } = useLocale();
  return (
    <tr role="row" aria-rowindex={place} className="dayLine" data-day={index}>
      <th role="rowheader" colSpan={columns} scope="rowgroup">
        {date(at)}
      </th>
    </tr>
  );
}
