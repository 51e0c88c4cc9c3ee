import { useTable } from '@tanstack/react-table';
import { useMemo, useRef } from 'react';
import type { Flights } from '../board/board';
import type { FlightState } from '../flight/FlightState';
import { isEarlier, isPresent } from '../flight/progress';
import { search } from '../flight/search';
import { times } from '../flight/times';
import { isFiltered, type View } from '../view/View';
import { columns } from './columns';
import { type FlightRow, features } from './features';
import { ordered } from './ordered';

/** The rows of a view of the board, in its order. */
export function useTimetable(flights: Flights, followed: readonly string[], view: View, now: number) {
  const inTime = useOrdered(flights);
  // The minute suffices: a board does not turn into a replay from one change to the next.
  const present = useMemo(() => isPresent(flights.values(), now), [now, flights.size]);
  const all = view.earlier || !present || isFiltered(view);
  const shown = useMemo(
    () => (all ? inTime : inTime.filter((flight) => !isEarlier(flight, now) || followed.includes(flight.id))),
    [all, inTime, now, followed],
  );

  const state = useMemo(
    () => ({
      globalFilter: view.search,
      columnFilters: [
        { id: 'state', value: view.states },
        { id: 'terminal', value: view.terminals },
      ].filter((each) => each.value.length > 0),
      sorting: view.sort ? [{ id: view.sort.column, desc: view.sort.descending }] : [],
    }),
    [view.search, view.states, view.terminals, view.sort],
  );
  const matches = useMemo(() => search(view.search), [view.search]);
  const table = useTable({
    features,
    columns,
    data: shown,
    state,
    getRowId: (flight) => flight.id,
    // The search knows by itself where to look: it is asked once a row.
    getColumnCanGlobalFilter: (column) => column.id === 'flight',
    globalFilterFn: (row: FlightRow) => matches(row.original),
  });
  const onBoard = table.getCoreRowModel().rowsById;
  const top = followed.flatMap((id) => onBoard[id] ?? []);
  const matching = table.getRowModel().rows;
  const rows = top.length > 0 ? matching.filter((row) => !followed.includes(row.id)) : matching;
  return {
    table,
    top,
    rows,
    earlier: view.earlier && present ? -1 : inTime.length - shown.length,
    nowIndex: present && !view.sort ? indexOfNow(rows, now) : -1,
  };
}

function useOrdered(flights: Flights): readonly FlightState[] {
  const last = useRef<readonly FlightState[]>([]);
  return useMemo(() => (last.current = ordered(last.current, flights)), [flights]);
}

// The first row after now; none where all rows are on one side of it.
function indexOfNow(rows: readonly FlightRow[], now: number): number {
  const index = rows.findIndex((row) => (times(row.original).scheduled ?? 0) > now);
  return index > 0 ? index : -1;
}
