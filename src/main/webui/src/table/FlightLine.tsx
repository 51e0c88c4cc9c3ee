import { FlexRender } from '@tanstack/react-table';
import { type CSSProperties, memo } from 'react';
import { isOver } from '../flight/progress';
import type { FlightRow } from './features';
import { StopContext } from './stop';
import './timetable.css';
import './columns.css';
import './phone.css';

interface Props {
  readonly row: FlightRow;
  /** The row's place among all rows, drawn or not; the header is the first. */
  readonly place: number;
  readonly index?: number;
  readonly selected?: boolean;
  /** What stands on the line that parts the past from what is to come, above the first row after now. */
  readonly now?: string | undefined;
  readonly stop?: boolean;
}

/** One flight of the timetable. Drawn again only when its flight, or what is said of it here, changed. */
export const FlightLine = memo(function FlightLine({ row, place, index, selected, now, stop = true }: Props) {
  return (
    <tr
      role="row"
      aria-rowindex={place}
      aria-selected={selected}
      data-flight={row.id}
      data-index={index}
      data-over={isOver(row.original)}
      data-state={row.original.state}
      data-belt={Boolean(row.original.belt)}
      data-now={now !== undefined}
      style={now === undefined ? undefined : ({ '--now': JSON.stringify(now) } as CSSProperties)}
    >
      <StopContext value={stop}>
        {row.getAllCells().map((cell) => (
          <td key={cell.id} role="cell" data-column={cell.column.id}>
            <FlexRender cell={cell} />
          </td>
        ))}
      </StopContext>
    </tr>
  );
}, same);

// TanStack's rows are made anew with every change of the board; the flight in them is the same as long as it did not change.
function same(a: Props, b: Props): boolean {
  return (
    a.row.original === b.row.original &&
    a.place === b.place &&
    a.index === b.index &&
    a.selected === b.selected &&
    a.now === b.now &&
    a.stop === b.stop
  );
}
