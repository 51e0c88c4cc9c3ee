import { useLocale } from '../i18n/locale';
import { useViewContext } from '../view/useView';
import type { Column, ColumnId } from './columns';

interface Props {
  readonly columns: readonly Column[];
  /** Whether the order cannot be changed. */
  readonly fixed?: boolean;
}

/** The columns' names, each a button that sorts by it: up, then down, then by time again. */
export function Header({ columns, fixed = false }: Props) {
  const { words } = useLocale();
  const [view, change] = useViewContext();

  const turn = (column: ColumnId) => {
    const first = view.sort?.column !== column && column !== 'scheduled';
    const last = view.sort?.column === column && view.sort.descending;
    change({ sort: last ? undefined : { column, descending: !first } });
  };

  return (
    <thead role="rowgroup">
      <tr role="row" aria-rowindex={1}>
        {columns.map(({ id }) => (
          <th key={id} role="columnheader" scope="col" data-column={id} aria-sort={sortOf(view.sort, id)}>
            {fixed ? (
              words.columns[id]
            ) : (
              <button type="button" onClick={() => turn(id)} title={words.sortBy(words.columns[id])}>
                {words.columns[id]}
              </button>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function sortOf(sort: { column: string; descending: boolean } | undefined, column: string) {
  if (!sort) return column === 'scheduled' ? 'ascending' : 'none';
  if (sort.column !== column) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}
