import { useMemo } from 'react';
import type { BoardStore } from '../board/store';
import { useBoard } from '../board/useBoard';
import { dueAt } from '../flight/times';
import { useLocale } from '../i18n/locale';
import { belongsTo, screenOf } from '../view/screen';
import { useViewContext } from '../view/useView';
import { onBelt } from './belt';
import { atDesk } from './gate';
import { Gate } from './Gate';
import { KioskTable } from './KioskTable';
import { Spot } from './Spot';
import './screen.css';

interface Props {
  readonly store: BoardStore;
  readonly known: boolean;
  readonly now: number;
}

/** What a wall shows, by its address. */
export function Screen({ store, known, now }: Props) {
  const [view] = useViewContext();
  const screen = screenOf(view);
  const board = { store, known, now };
  switch (screen) {
    case 'arrivals':
      return <KioskTable {...board} direction="arrival" />;
    case 'departures':
      return <KioskTable {...board} direction="departure" />;
    case 'both':
      return (
        <div className="both">
          <KioskTable {...board} direction="arrival" named />
          <KioskTable {...board} direction="departure" named />
        </div>
      );
    default:
      return <Place {...board} />;
  }
}

/** A screen of one place: a belt, a gate, or a check-in desk. */
function Place({ store, known, now }: Props) {
  const [view] = useViewContext();
  const { zone, words } = useLocale();
  const all = useBoard(store, (board) => board.flights);
  const own = useMemo(() => [...all.values()].filter(belongsTo(view)), [all, view]);
  const due = useMemo(() => dueAt(now, zone), [now, zone]);
  const screen = screenOf(view);
  if (screen === 'gate') return <Gate flights={own} due={due} now={now} known={known} />;
  const shown = screen === 'belt' ? onBelt(own, due, now) : atDesk(own, due, now);
  if (shown.length === 0) return known ? <p className="empty">{words.noneHere}</p> : null;
  return <Spot flights={shown} isBelt={screen === 'belt'} />;
}
