import { useEffect, useRef, useState } from 'react';
import type { BoardStore } from '../board/store';
import { useBoard } from '../board/useBoard';
import { useLocale } from '../i18n/locale';
import { notify } from './notify';
import { sentence, titleOf } from './sentence';

interface Props {
  readonly store: BoardStore;
  readonly followed: readonly string[];
  readonly selected?: string | undefined;
}

/** Says aloud, politely, what becomes of the flights that are followed or open, and of no others. */
export function Announcer({ store, followed, selected }: Props) {
  const flights = useBoard(store, (board) => board.flights);
  const locale = useLocale();
  const [said, setSaid] = useState('');
  const last = useRef(flights);

  useEffect(() => {
    const before = last.current;
    last.current = flights;
    if (before === flights) return;
    const sentences = [...new Set([selected ?? '', ...followed])].flatMap((id) => {
      const was = before.get(id);
      const is = flights.get(id);
      if (!was || !is || was === is || sentence(was, locale) === sentence(is, locale)) return [];
      if (followed.includes(id)) void notify(id, titleOf(is), sentence(is, locale));
      return [`${titleOf(is)}: ${sentence(is, locale)}`];
    });
    if (sentences.length > 0) setSaid(sentences.join('. '));
  }, [flights, followed, selected, locale]);

  return (
    <p className="unseen" role="log" aria-live="polite">
      {said}
    </p>
  );
}
