import type { DueAt } from '../flight/times';
import type { FlightState } from '../flight/FlightState';
import type { Zone } from '../time/zone';

/** A line that says from where on another day is. */
export class DayLine {
  /** Any time of the day. */
  readonly at: number;

  constructor(at: number) {
    this.at = at;
  }
}

/** What the timetable has one under the other: flights, and the days they are of. */
export type Line = FlightState | DayLine;

/** Tells flights' days apart; those of no known day are of none. */
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
