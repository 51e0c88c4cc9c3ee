import type { ArrivalState, DepartureState } from '../flight/progress';

/** Everything the page says, in one language. */
export interface Words {
  readonly arrivals: string;
  readonly departures: string;
  /** The two of them. */
  readonly boards: string;
  readonly columns: {
    readonly scheduled: string;
    readonly expected: string;
    readonly flight: string;
    readonly origin: string;
    readonly destination: string;
    readonly airline: string;
    readonly desks: string;
    readonly terminal: string;
    readonly gate: string;
    readonly belt: string;
    readonly state: string;
    readonly remark: string;
  };
  readonly states: Readonly<Record<ArrivalState, string>>;
  readonly departureStates: Readonly<Record<DepartureState, string>>;
  readonly via: (places: string) => string;
  /** The states that a departure goes through. */
  readonly way: string;
  readonly delayed: (minutes: string) => string;
  readonly early: (minutes: string) => string;
  readonly onTime: string;
  readonly late: string;
  readonly cancelled: string;
  readonly diverted: string;
  readonly actual: string;
  readonly codeshares: string;
  readonly live: string;
  readonly connecting: string;
  readonly reconnecting: string;
  readonly reconnectingIn: (seconds: number) => string;
  readonly offline: string;
  readonly catchingUp: string;
  readonly staleSince: (time: string) => string;
  readonly asOf: (time: string) => string;
  readonly retry: string;
  readonly search: string;
  readonly searchHint: string;
  readonly terminals: string;
  readonly filterStates: string;
  readonly clear: string;
  readonly flights: (count: string) => string;
  readonly noFlights: string;
  readonly noMatch: string;
  readonly earlier: (count: string) => string;
  readonly hideEarlier: string;
  readonly now: string;
  readonly sortBy: (column: string) => string;
  readonly timeZone: (zone: string) => string;
  /** For a zone that the browser does not know. */
  readonly zoneUnknown: (offset: string, zone: string) => string;
  readonly date: string;
  readonly details: string;
  readonly close: string;
  readonly follow: string;
  readonly unfollow: string;
  readonly followed: string;
  readonly share: string;
  readonly copied: string;
  readonly history: string;
  readonly noHistory: string;
  readonly gone: string;
  readonly day: string;
  readonly dayOf: (onTime: string, late: string, cancelled: string, diverted: string) => string;
  readonly departuresOf: (onTime: string, late: string, cancelled: string) => string;
  readonly scheduledSeries: string;
  readonly settings: string;
  readonly language: string;
  readonly theme: string;
  readonly themes: { readonly auto: string; readonly light: string; readonly dark: string };
  readonly page: (page: number, pages: number) => string;
  /** Of a belt: no bag yet, some, all. */
  readonly bags: { readonly expected: string; readonly first: string; readonly last: string };
  readonly nextFlight: string;
  readonly noneHere: string;
  /** What a day is that is played again. */
  readonly replay: string;
  readonly failed: string;
  readonly reload: string;
  readonly partFailed: string;
  readonly skip: string;
}
