import type { ReactTable } from '@tanstack/react-table';
import type { FlightState } from '../flight/FlightState';
import { useLocale } from '../i18n/locale';
import { useViewContext } from '../view/useView';
import type { ColumnId } from './columns';
import type { features } from './features';

interface Props {
  readonly table: ReactTable<typeof features, FlightState>;
  /** Whether the order cannot be changed. */
  readonly fixed?: boolean;
}

/** The columns' names, each a button that sorts by it: up, then down, then by time again. */
export function Header({ table, fixed = false }: Props) {
  const { words } = useLocale();
  const [view, change] = useViewContext();

  const turn = (column: ColumnId) => {
    const first = view.sort?.column !== column && column !== 'scheduled';
    const last = view.sort?.column === column && view.sort.descending;
    change({ sort: last ? undefined : { column, descending: !first } });
  };

  return (
    <thead role="rowgroup">
      {table.getHeaderGroups().map((group) => (
        <tr role="row" key={group.id} aria-rowindex={1}>
          {group.headers.map(({ id }) => {
            const column = id as ColumnId;
            return (
              <th key={id} role="columnheader" scope="col" data-column={id} aria-sort={sortOf(view.sort, id)}>
                {fixed ? (
                  words.columns[column]
                ) : (
                  <button type="button" onClick={() => turn(column)} title={words.sortBy(words.columns[column])}>
                    {words.columns[column]}
                  </button>
                )}
              </th>
            );
          })}
        </tr>
      ))}
    </thead>
  );
}

function sortOf(sort: { column: string; descending: boolean } | undefined, column: string) {
  if (!sort) return column === 'scheduled' ? 'ascending' : 'none';
  if (sort.column !== column) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}
