import type { Direction } from './flight/direction';
import { boardName, useLocale } from './i18n/locale';
import { Pictogram } from './table/Pictogram';
import { BoardLink } from './view/BoardLink';

/** Which board this is, and the way to the other one. */
export function Heading({ direction }: { readonly direction: Direction }) {
  const { words } = useLocale();
  const other = direction === 'departure' ? 'arrival' : 'departure';
  return (
    <>
      <h1>
        <Pictogram of={direction} />
        {boardName(direction, words)}
      </h1>
      <nav aria-label={words.boards}>
        <BoardLink to={other} className="otherBoard">
          <Pictogram of={other} />
          {boardName(other, words)}
        </BoardLink>
      </nav>
    </>
  );
}
