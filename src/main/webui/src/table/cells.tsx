import { airlineName } from '../flight/airlines';
import { place } from '../flight/airports';
import type { FlightState } from '../flight/FlightState';
import { localTime, otherEnd } from '../flight/direction';
import { LATE_MINUTES, times } from '../flight/times';
import { useLocale } from '../i18n/locale';
import { linkTo, useViewContext } from '../view/useView';
import { Designator } from './Designator';
import { Flap } from './Flap';
import { StateChip } from './StateChip';

interface OfFlight {
  readonly flight: FlightState;
}

/** The time by schedule; with the day of the week where none of the lines above says it, and it is not today. */
export function Scheduled({ flight, weekday }: OfFlight & { readonly weekday?: string | undefined }) {
  const { time } = useLocale();
  const { scheduled } = times(flight);
  const text = localTime(flight) ?? time(scheduled);
  return (
    <>
      {weekday && <span className="weekday">{weekday} </span>}
      {flight.state === 'cancelled' ? <s>{text}</s> : <Flap text={text} />}
    </>
  );
}

export function Expected({ flight }: OfFlight) {
  const { time, minutes, words } = useLocale();
  const { expected, delay = 0 } = times(flight);
  if (expected === undefined || flight.state === 'cancelled') return null;
  const shown = time(expected);
  if (!shown) return null;
  const said = delay > 0 ? words.delayed(minutes(delay)) : words.early(minutes(-delay));
  return (
    <>
      <Flap text={shown} />
      {delay !== 0 && (
        <span className="delay" data-late={delay >= LATE_MINUTES}>
          <span aria-hidden="true">{delay > 0 ? `+${delay}` : `−${-delay}`}</span>
          <span className="unseen">{said}</span>
        </span>
      )}
    </>
  );
}

/** Where the flight comes from or goes to, and by way of which places. */
export function Place({ flight }: OfFlight) {
  const { words } = useLocale();
  const { city, code } = place(otherEnd(flight));
  const via = flight.via ?? [];
  return (
    <>
      <span className="city" dir="auto">
        {city}
      </span>
      {code && <span className="code">{code}</span>}
      {via.length > 0 && <span className="via">{words.via(via.map((each) => place(each).city).join(', '))}</span>}
    </>
  );
}

/** The designator, as the link to the flight's details. */
export function Flight({ flight }: OfFlight) {
  const [view] = useViewContext();
  const codeshares = flight.codeshares ?? [];
  return (
    <>
      <a href={linkTo(view, { selected: flight.id })} className="designator">
        {view.kiosk ? <Designator flight={flight} /> : flight.flight}
      </a>
      {codeshares.length > 0 && !view.kiosk && (
        <span className="codeshares" title={codeshares.join(', ')}>
          {codeshares[0]}
          {codeshares.length > 1 && ` +${codeshares.length - 1}`}
        </span>
      )}
    </>
  );
}

export function Airline({ flight }: OfFlight) {
  return flight.airline ? airlineName(flight.airline) : null;
}

export function Terminal({ flight }: OfFlight) {
  const { words } = useLocale();
  return <Spot label={words.columns.terminal} text={flight.terminal} />;
}

export function Gate({ flight }: OfFlight) {
  const { words } = useLocale();
  return <Spot label={words.columns.gate} text={flight.gate} />;
}

export function Desks({ flight }: OfFlight) {
  const { words } = useLocale();
  return <Spot label={words.columns.desks} text={flight.desks} />;
}

export function Remark({ flight }: OfFlight) {
  return <Flap text={flight.remark ?? ''} />;
}

export function Belt({ flight }: OfFlight) {
  const { words } = useLocale();
  return <Spot label={words.columns.belt} text={flight.belt} />;
}

// Where the columns have no heads, as on a phone, the cell says what it is.
function Spot({ label, text = '' }: { readonly label: string; readonly text?: string | undefined }) {
  return (
    <>
      {text && <span className="label">{label}</span>}
      <Flap text={text} />
    </>
  );
}

export function State({ flight }: OfFlight) {
  return (
    <Flap text={flight.state}>
      <StateChip flight={flight} />
    </Flap>
  );
}
