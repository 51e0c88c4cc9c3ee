import { useMemo, useState } from 'react';
import type { Flights } from '../board/board';
import type { Direction } from '../flight/direction';
import type { FlightState } from '../flight/FlightState';
import { isEarlier, isPresent } from '../flight/progress';
import { search } from '../flight/search';
import { type DueAt, dueAt } from '../flight/times';
import type { Zone } from '../time/zone';
import { belongsTo } from '../view/screen';
import { isFiltered, type View } from '../view/View';
import { COLUMNS, sortedBy } from './columns';
import { sorter } from './ordered';

export interface Timetable {
  readonly due: DueAt;
  /** Those that are followed, the last one first. */
  readonly followed: readonly FlightState[];
  /** All others, in the order of the view. */
  readonly flights: readonly FlightState[];
  /** How many the view finds, those that are followed among them. */
  readonly found: number;
  /** How many are left out because they came long ago; -1 where they are shown on demand. */
  readonly earlier: number;
  /** The id of the first flight after now; none where the view has no place for it. */
  readonly next: string | undefined;
}

/** What a view shows of one side of the board, in its order. */
export function useTimetable(
  flights: Flights,
  direction: Direction,
  followed: readonly string[],
  view: View,
  now: number,
  zone: Zone | undefined,
): Timetable {
  const [sort] = useState(sorter);
  const due = useMemo(() => dueAt(now, zone), [now, zone]);
  const inTime = useMemo(() => sort(flights, due), [sort, flights, due]);
  // The minute suffices: a board does not turn into a replay from one change to the next.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const present = useMemo(() => isPresent(flights.values(), now), [now, flights.size]);
  // Whoever searches may look for a flight of the day before. A wall is filtered by where it hangs, and nobody searches there.
  const all = view.earlier || !present || (isFiltered(view) && !view.kiosk);
  const shown = useMemo(
    () => (all ? inTime : inTime.filter((flight) => !isEarlier(flight, due, now) || followed.includes(flight.id))),
    [all, inTime, due, now, followed],
  );
  const found = useMemo(() => matching(shown, view), [shown, view]);
  const column = COLUMNS[direction].find(({ id }) => id === view.sort?.column);
  const descending = view.sort?.descending ?? false;
  const sorted = useMemo(
    () => (column ? sortedBy(found, column, descending, due) : found),
    [column, descending, found, due],
  );
  const top = useMemo(() => followed.flatMap((id) => flights.get(id) ?? []), [followed, flights]);
  const rest = useMemo(
    () => (top.length > 0 ? sorted.filter((flight) => !followed.includes(flight.id)) : sorted),
    [top.length, sorted, followed],
  );
  return {
    due,
    followed: top,
    flights: rest,
    found: sorted.length,
    earlier: view.earlier && present ? -1 : inTime.length - shown.length,
    next: present && !column ? firstAfter(now, rest, due) : undefined,
  };
}

/** Those that the view's search and filters find. */
export function matching(flights: readonly FlightState[], view: View): readonly FlightState[] {
  const { states } = view;
  const tests = [belongsTo(view)];
  if (view.search) tests.push(search(view.search));
  if (states.length > 0) tests.push((flight) => states.includes(flight.state));
  const found = flights.filter((flight) => tests.every((test) => test(flight)));
  return found.length < flights.length ? found : flights;
}

// None where all flights are on one side of now.
function firstAfter(now: number, flights: readonly FlightState[], due: DueAt): string | undefined {
  const index = flights.findIndex((flight) => (due(flight) ?? 0) > now);
  return index > 0 ? flights[index]?.id : undefined;
}
