import { type CSSProperties, memo } from 'react';
import { ErrorBoundary } from '../boundary/ErrorBoundary';
import type { FlightState } from '../flight/FlightState';
import { isOver } from '../flight/progress';
import type { Column } from './columns';
import './timetable.css';
import './columns.css';
import './phone.css';

interface Props {
  readonly flight: FlightState;
  readonly columns: readonly Column[];
  /** The row's place among all rows, drawn or not; the header is the first. */
  readonly place: number;
  readonly index?: number;
  readonly selected?: boolean;
  /** What stands on the line that parts the past from what is to come, above the first row after now. */
  readonly now?: string | undefined;
  /** The day of the week, where it must be said of the flight by itself. */
  readonly weekday?: string | undefined;
}

/** One flight of the timetable; one that cannot be drawn costs its own row. */
export const FlightLine = memo(function FlightLine(props: Props) {
  const { flight, place, index } = props;
  const instead = (
    <tr role="row" aria-rowindex={place} data-flight={flight.id} data-index={index} data-failed>
      <td role="cell" data-column="scheduled">
        {flight.id}
      </td>
    </tr>
  );
  return (
    <ErrorBoundary of={flight} fallback={instead}>
      <Cells {...props} />
    </ErrorBoundary>
  );
});

function Cells({ flight, columns, place, index, selected, now, weekday }: Props) {
  return (
    <tr
      role="row"
      aria-rowindex={place}
      aria-selected={selected}
      data-flight={flight.id}
      data-index={index}
      data-over={isOver(flight)}
      data-state={flight.state}
      data-belt={Boolean(flight.belt)}
      data-gate={Boolean(flight.gate)}
      data-now={now !== undefined}
      style={now === undefined ? undefined : ({ '--now': JSON.stringify(now) } as CSSProperties)}
    >
      {columns.map(({ id, cell }) => (
        <td key={id} role="cell" data-column={id}>
          {cell(flight, weekday)}
        </td>
      ))}
    </tr>
  );
}
