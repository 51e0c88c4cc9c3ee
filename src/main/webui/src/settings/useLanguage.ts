import { useEffect, useMemo, useReducer } from 'react';
import { useTurn } from '../clock/useTurn';
import { type Language, loadWords, wordsIn } from '../i18n/languages';
import type { Words } from '../i18n/Words';
import { chosenLanguage, languagesOfWall, pageMs } from './language';

/** The language to show now, with its words once they have been loaded; on a wall, each of those it is given in turn. */
export function useLanguage(asked: string | undefined, isWall: boolean): readonly [Language, Words | undefined] {
  const [, again] = useReducer((count: number) => count + 1, 0);
  const languages = useMemo(() => (isWall ? languagesOfWall(asked) : [chosenLanguage(asked)]), [asked, isWall]);
  const several = languages.length > 1;
  const turn = useTurn(several ? pageMs(languages.length) / languages.length : 0);

  useEffect(() => {
    // All of them at once: a wall must not fall back to English for a moment with each turn.
    for (const each of languages) if (!wordsIn(each)) void loadWords(each).then(again);
  }, [languages]);
  const language = languages[turn % languages.length] ?? 'en';
  return [language, wordsIn(language)];
}
