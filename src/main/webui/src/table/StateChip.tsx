import { isKnown, type KnownState } from '../flight/progress';
import { useLocale } from '../i18n/locale';
import './stateChip.css';

// One shape a state, so that none is told by its colour alone.
const SHAPES: Readonly<Record<KnownState, string>> = {
  scheduled: 'M8 3.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6Z',
  departed: 'M3.5 12.5 12 4M5.5 4H12v6.5',
  landing: 'M3.5 3.5 12 12M12 5.5V12H5.5',
  landed: 'M8 2.5v7M4.5 6.5 8 10l3.5-3.5M3 13.5h10',
  arrived: 'm2.8 8.6 3.4 3.6 7-8',
  bags: 'M3 6h10v7.5H3zM6 6V3h4v3',
  closed: 'M3 8h10',
  diverted: 'M3.5 13.5V9a3 3 0 0 1 3-3H13M10 2.8 13.2 6 10 9.2',
  cancelled: 'm3.5 3.5 9 9m0-9-9 9',
};

// For a state that this page does not know: no claim about it.
const UNKNOWN = 'M8 2.5 13.5 8 8 13.5 2.5 8Z';

/** A state as a word, a shape and a colour. */
export function StateChip({ state }: { readonly state: string }) {
  const { state: word } = useLocale();
  return (
    <span className="chip" data-state={state}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={isKnown(state) ? SHAPES[state] : UNKNOWN} />
      </svg>
      {word(state)}
    </span>
  );
}
