import { memo } from 'react';
import type { Flights } from '../board/board';
import type { Direction } from '../flight/direction';
import { useLocale } from '../i18n/locale';
import { Bars } from './Bars';
import { figures, type Outcome, quarters } from './quarters';
import './dayChart.css';

const KINDS: Readonly<Record<Direction, readonly Outcome[]>> = {
  arrival: ['onTime', 'late', 'cancelled', 'diverted'],
  departure: ['onTime', 'late', 'cancelled'],
};

interface Props {
  /** All of one direction. */
  readonly flights: Flights;
  readonly direction: Direction;
  readonly now: number;
}

/** The day at a glance: what is on time, late and cancelled, and when. */
export const DayChart = memo(function DayChart({ flights, direction, now }: Props) {
  const { words, number } = useLocale();
  const bars = quarters(flights.values(), now);
  const { onTime, late, cancelled, diverted } = figures(flights.values(), bars);
  const label =
    direction === 'departure'
      ? words.departuresOf(number(onTime), number(late), number(cancelled))
      : words.dayOf(number(onTime), number(late), number(cancelled), number(diverted));

  return (
    <section className="day" aria-label={words.day}>
      <dl className="figures">
        <Figure name={words.onTime} kind="onTime" value={number(onTime)} />
        <Figure name={words.late} kind="late" value={number(late)} />
        <Figure name={words.cancelled} kind="cancelled" value={number(cancelled)} />
      </dl>
      <Bars quarters={bars} now={now} label={label} kinds={KINDS[direction]} />
    </section>
  );
});

function Figure({ name, kind, value }: { readonly name: string; readonly kind: string; readonly value: string }) {
  return (
    <div className="figure" data-kind={kind}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
