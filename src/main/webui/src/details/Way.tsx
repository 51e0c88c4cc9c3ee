import type { FlightState } from '../flight/FlightState';
import { directionOf } from '../flight/direction';
import { stageOf, statesOf } from '../flight/progress';
import { useLocale } from '../i18n/locale';
import './way.css';

/** The states that a departure goes through, with the one it is in; nothing of one that goes another way. */
export function Way({ flight }: { readonly flight: FlightState }) {
  const { words, state: word } = useLocale();
  const direction = directionOf(flight);
  const states = statesOf(direction).filter((state) => state !== 'cancelled');
  const stage = stageOf(flight);
  if (stage < 0 || flight.state === 'cancelled') return null;
  return (
    <ol className="way" aria-label={words.way}>
      {states.map((state, index) => (
        <li key={state} data-done={index < stage} aria-current={index === stage ? 'step' : undefined}>
          {word(state, direction)}
        </li>
      ))}
    </ol>
  );
}
