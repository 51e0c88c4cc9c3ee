import { useEffect, useReducer } from 'react';
import { type Language, loadWords, wordsIn } from './languages';
import type { Words } from './Words';

/** What the page says in that language, once it has been loaded. */
export function useWords(language: Language): Words | undefined {
  const [, again] = useReducer((count: number) => count + 1, 0);
  const words = wordsIn(language);
  useEffect(() => {
    if (!words) void loadWords(language).then(again);
  }, [language, words]);
  return words;
}
