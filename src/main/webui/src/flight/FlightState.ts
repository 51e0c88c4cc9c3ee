/** The whole state of one flight as the wire carries it; times are ISO-8601 instants, `arrival` is local `HH:mm`. */
export interface FlightState {
  readonly id: string;
  readonly flight: string;
  readonly state: string;
  readonly origin?: string;
  readonly scheduled?: string;
  readonly estimated?: string;
  readonly actual?: string;
  readonly arrival?: string;
  readonly airline?: string;
  readonly terminal?: string;
  readonly gate?: string;
  readonly belt?: string;
  readonly codeshares?: readonly string[];
}
