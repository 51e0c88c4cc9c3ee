import { useEffect, useRef, useState } from 'react';
import type { BoardStore } from '../board/store';
import { useBoard } from '../board/useBoard';
import { useReplay } from '../clock/useReplay';
import { airlineName } from '../flight/airlines';
import { place } from '../flight/airports';
import { directionOf, localTime, otherEnd } from '../flight/direction';
import type { FlightState } from '../flight/FlightState';
import { instant } from '../time/instant';
import { dayTime } from '../time/replay';
import { dueAt, times } from '../flight/times';
import { useLocale } from '../i18n/locale';
import { StateChip } from '../table/StateChip';
import { follow } from './follow';
import { Steps } from './Steps';
import { Way } from './Way';
import './details.css';

interface Props {
  readonly id: string;
  readonly store: BoardStore;
  readonly followed: boolean;
  readonly now: number;
  readonly onClose: () => void;
}

/** All that is known of one flight. */
export function Details({ id, store, followed, now, onClose }: Props) {
  const { words } = useLocale();
  const flight = useBoard(store, (board) => board.flights.get(id));
  const steps = useBoard(store, () => store.history(id));
  const skew = useBoard(store, (board) => board.skew);
  const replay = useReplay(store);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  useEscape(onClose);

  return (
    <aside className="details" aria-label={words.details}>
      <button type="button" className="close" onClick={onClose} aria-label={words.close}>
        ✕
      </button>
      <h2 ref={heading} tabIndex={-1}>
        {flight?.flight ?? id}
      </h2>
      {flight ? <Facts flight={flight} now={now} /> : <p>{words.gone}</p>}
      <div className="actions">
        <button type="button" aria-pressed={followed} onClick={() => follow(id, !followed)}>
          {followed ? words.unfollow : words.follow}
        </button>
        <Share />
      </div>
      <h3>{words.history}</h3>
      {steps.length > 0 ? (
        <Steps
          steps={steps}
          direction={flight ? directionOf(flight) : 'arrival'}
          atBoard={(at) => dayTime(at + skew, replay)}
        />
      ) : (
        <p className="quiet">{words.noHistory}</p>
      )}
    </aside>
  );
}

function Facts({ flight, now }: { readonly flight: FlightState; readonly now: number }) {
  const { words, time, date, zone } = useLocale();
  const { scheduled } = times(flight);
  const due = dueAt(now, zone)(flight);
  const departs = directionOf(flight) === 'departure';
  const { city, code } = place(otherEnd(flight));
  const via = flight.via ?? [];
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.columns.scheduled, localTime(flight) ?? time(scheduled)],
    [words.columns.expected, time(instant(flight.estimated))],
    [words.actual, time(instant(flight.actual))],
    [words.date, due !== undefined && zone ? date(due) : undefined],
    [words.columns.desks, flight.desks],
    [words.columns.terminal, flight.terminal],
    [words.columns.gate, flight.gate],
    [words.columns.belt, flight.belt],
    [words.columns.remark, flight.remark],
  ];
  return (
    <>
      <p className="from">
        <span dir="auto">{city}</span> {code && <span className="code">{code}</span>}
      </p>
      {via.length > 0 && <p className="quiet">{words.via(via.map((each) => place(each).city).join(', '))}</p>}
      <p>
        <StateChip flight={flight} />
      </p>
      {departs && <Way flight={flight} />}
      {flight.airline && <p className="quiet">{airlineName(flight.airline)}</p>}
      {flight.codeshares && flight.codeshares.length > 0 && (
        <p className="quiet">
          {words.codeshares} {flight.codeshares.join(', ')}
        </p>
      )}
      <dl className="facts">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ),
        )}
      </dl>
    </>
  );
}

function Share() {
  const { words } = useLocale();
  const [copied, setCopied] = useState(false);
  // Plain http from another machine has no clipboard; the address bar holds the same link.
  if (!navigator.clipboard) return null;
  const copy = () =>
    navigator.clipboard.writeText(location.href).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <button type="button" onClick={copy}>
      <span role="status">{copied ? words.copied : words.share}</span>
    </button>
  );
}

function useEscape(onEscape: () => void) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onEscape();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [onEscape]);
}
