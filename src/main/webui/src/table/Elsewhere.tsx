import { useMemo } from 'react';
import type { Flights } from '../board/board';
import { sideOf } from '../board/side';
import type { Direction } from '../flight/direction';
import { boardName, useLocale } from '../i18n/locale';
import { BoardLink } from '../view/BoardLink';
import { useViewContext } from '../view/useView';
import { matching } from './useTimetable';

interface Props {
  readonly flights: Flights;
  /** The side that is shown. */
  readonly direction: Direction;
}

/** Says what the search finds on the other board, and leads there. */
export function Elsewhere({ flights, direction }: Props) {
  const { words, number } = useLocale();
  const [view] = useViewContext();
  const other = direction === 'departure' ? 'arrival' : 'departure';
  const count = useMemo(
    () => (view.search ? matching([...sideOf(flights, other).values()], { ...view, states: [] }).length : 0),
    [flights, other, view],
  );
  if (count === 0) return null;
  return (
    <p className="elsewhere">
      <BoardLink to={other}>
        {boardName(other, words)}: {words.flights(number(count))}
      </BoardLink>
    </p>
  );
}
