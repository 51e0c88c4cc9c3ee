/** A day that is played again; times are milliseconds since the epoch. */
export interface Replay {
  /** When it began, by the service's clock. */
  readonly began: number;
  /** The time of the day then, and the last there is. */
  readonly from: number;
  readonly until: number;
  /** Milliseconds of the day in one of the clock's. */
  readonly speed: number;
}

/** What the clock of the day shows at a time of the service's clock; without a replay, that time. */
export function dayTime(at: number, replay: Replay | undefined): number {
  if (!replay) return at;
  const { began, from, until, speed } = replay;
  return Math.min(from + Math.max(0, at - began) * speed, until);
}
