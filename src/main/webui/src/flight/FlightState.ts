/**
 * The whole state of one flight as the wire carries it; times are ISO-8601 instants, `arrival` and `departure` are local
 * `HH:mm`.
 */
export interface FlightState {
  readonly id: string;
  readonly flight: string;
  readonly state: string;
  /** What is not `departure` arrives. */
  readonly direction?: string;
  readonly origin?: string;
  readonly destination?: string;
  /** Stops on the way. */
  readonly via?: readonly string[];
  readonly scheduled?: string;
  readonly estimated?: string;
  readonly actual?: string;
  readonly arrival?: string;
  readonly departure?: string;
  readonly airline?: string;
  readonly terminal?: string;
  readonly gate?: string;
  readonly belt?: string;
  /** Where to check in, such as `101-110, A3`. */
  readonly desks?: string;
  readonly remark?: string;
  readonly codeshares?: readonly string[];
}
