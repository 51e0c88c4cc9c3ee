import type { FlightState } from '../flight/FlightState';
import { directionOf } from '../flight/direction';
import { statesOf } from '../flight/progress';
import { useLocale } from '../i18n/locale';
import './stateChip.css';

// One shape a state, so that none is told by its colour alone; what both directions know has one of them.
const SHAPES: ReadonlyMap<string, string> = new Map([
  ['scheduled', 'M8 3.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6Z'],
  ['departed', 'M3.5 12.5 12 4M5.5 4H12v6.5'],
  ['landing', 'M3.5 3.5 12 12M12 5.5V12H5.5'],
  ['landed', 'M8 2.5v7M4.5 6.5 8 10l3.5-3.5M3 13.5h10'],
  ['arrived', 'm2.8 8.6 3.4 3.6 7-8'],
  ['bags', 'M3 6h10v7.5H3zM6 6V3h4v3'],
  ['closed', 'M3 8h10'],
  ['diverted', 'M3.5 13.5V9a3 3 0 0 1 3-3H13M10 2.8 13.2 6 10 9.2'],
  ['cancelled', 'm3.5 3.5 9 9m0-9-9 9'],
  ['check-in', 'M2.5 13.5h11M4 13.5V8h8v5.5M8 8V2.5M5.8 4.7 8 2.5l2.2 2.2'],
  ['boarding', 'M3 8h7M7 4.5 10.5 8 7 11.5M13 2.5v11'],
  ['final-call', 'M8 2.5v6.5M8 12.8v.4'],
  ['gate-closed', 'M4 7.5h8v6H4zM5.5 7.5V5.3a2.5 2.5 0 0 1 5 0v2.2'],
]);

// For a state that this page does not know: no claim about it.
const UNKNOWN = 'M8 2.5 13.5 8 8 13.5 2.5 8Z';

/** A flight's state as a word, a shape and a colour. */
export function StateChip({ flight }: { readonly flight: FlightState }) {
  const { stateOf } = useLocale();
  const { state } = flight;
  const known = statesOf(directionOf(flight)).includes(state);
  return (
    <span className="chip" data-state={state}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={(known && SHAPES.get(state)) || UNKNOWN} />
      </svg>
      <span dir="auto">{stateOf(flight)}</span>
    </span>
  );
}
