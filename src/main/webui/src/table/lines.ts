import type { DueAt } from '../flight/times';
import type { FlightState } from '../flight/FlightState';
import type { Zone } from '../time/zone';

/** A line that says on which day the flights below it are. */
export class DayLine {
  /** Any time of the day. */
  readonly at: number;

  constructor(at: number) {
    this.at = at;
  }
}

/** A line of the timetable: a flight, or the day of the flights below it. */
export type Line = FlightState | DayLine;

/** The day of a flight; none where it is not known. */
export function dayOf(due: DueAt, zone: Zone | undefined): (flight: FlightState) => number | undefined {
  return (flight) => {
    const time = due(flight);
    return time === undefined ? undefined : zone?.day(time);
  };
}

/** The flights, which are in order of time, with a line above the first one of each day but `today`, if that is the first. */
export function withDays(flights: readonly FlightState[], due: DueAt, zone: Zone, now: number): Line[] {
  const lines: Line[] = [];
  const day = dayOf(due, zone);
  let last: number | undefined = zone.day(now);
  for (const flight of flights) {
    const is = day(flight);
    if (is !== undefined && is !== last) {
      lines.push(new DayLine(due(flight) ?? 0));
      last = is;
    }
    lines.push(flight);
  }
  return lines;
}
