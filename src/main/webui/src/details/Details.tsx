import { useEffect, useRef, useState } from 'react';
import type { Step } from '../board/history';
import { airlineName } from '../flight/airlines';
import { place } from '../flight/airports';
import type { FlightState } from '../flight/FlightState';
import { times } from '../flight/times';
import { useLocale } from '../i18n/locale';
import { StateChip } from '../table/StateChip';
import { follow } from './follow';
import { Steps } from './Steps';
import './details.css';

interface Props {
  readonly id: string;
  readonly flight?: FlightState | undefined;
  readonly steps: readonly Step[];
  readonly followed: boolean;
  readonly onClose: () => void;
}

/** All that is known of one flight. */
export function Details({ id, flight, steps, followed, onClose }: Props) {
  const { words } = useLocale();
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
      {flight ? <Facts flight={flight} /> : <p>{words.gone}</p>}
      <div className="actions">
        <button type="button" aria-pressed={followed} onClick={() => follow(id, !followed)}>
          {followed ? words.unfollow : words.follow}
        </button>
        <Share />
      </div>
      <h3>{words.history}</h3>
      {steps.length > 0 ? <Steps steps={steps} /> : <p className="quiet">{words.noHistory}</p>}
    </aside>
  );
}

function Facts({ flight }: { readonly flight: FlightState }) {
  const { words, time } = useLocale();
  const { scheduled } = times(flight);
  const { city, code } = place(flight.origin ?? '');
  const clock = (instant: string | undefined) => instant && time(Date.parse(instant));
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.columns.scheduled, flight.arrival ?? (scheduled === undefined ? undefined : time(scheduled))],
    [words.columns.expected, clock(flight.estimated)],
    [words.actual, clock(flight.actual)],
    [words.columns.terminal, flight.terminal],
    [words.columns.gate, flight.gate],
    [words.columns.belt, flight.belt],
  ];
  return (
    <>
      <p className="from">
        {city} {code && <span className="code">{code}</span>}
      </p>
      <p>
        <StateChip state={flight.state} />
      </p>
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
                <dd>{value}</dd>
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
