import { memo, type RefObject, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Flights } from '../board/board';
import { statesOf } from '../flight/progress';
import { useLocale } from '../i18n/locale';
import { isFiltered, NO_FILTERS } from '../view/View';
import { directionShown } from '../view/screen';
import { useViewContext } from '../view/useView';
import { Choice } from './Choice';
import './searchBar.css';

/** The search, and the filters by terminal and state. */
export const SearchBar = memo(function SearchBar({ flights }: { readonly flights: Flights }) {
  const { words, state: stateWord } = useLocale();
  const [view, change] = useViewContext();
  const box = useRef<HTMLInputElement>(null);
  useSlash(box);

  const settled = useDeferredValue(flights);
  const terminals = useTerminals(settled, view.terminals);
  const direction = directionShown(view);
  const states = useMemo(() => {
    const stages = statesOf(direction);
    const stage = (state: string) => stages.indexOf(state) + 1 || stages.length + 1;
    return values(settled, 'state', view.states).sort((a, b) => stage(a) - stage(b));
  }, [settled, view.states, direction]);
  const clear = { ...NO_FILTERS, search: '', states: [] };

  return (
    <div className="searchBar" role="search">
      <input
        ref={box}
        type="search"
        aria-label={words.search}
        aria-keyshortcuts="/"
        placeholder={words.searchHint}
        value={view.search}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => change({ search: event.target.value })}
      />
      {terminals.length > 1 && (
        <Choice
          legend={words.terminals}
          options={terminals}
          chosen={view.terminals}
          onChoose={(chosen) => change({ terminals: chosen })}
        />
      )}
      {states.length > 1 && (
        <Choice
          legend={words.filterStates}
          options={states}
          word={(state) => stateWord(state, direction)}
          chosen={view.states}
          onChoose={(chosen) => change({ states: chosen })}
        />
      )}
      {isFiltered(view) && (
        <button type="button" className="clear" onClick={() => change(clear)}>
          {words.clear}
        </button>
      )}
    </div>
  );
});

// A stream that is filtered by terminal tells of those alone: what was there to choose before stays.
function useTerminals(flights: Flights, chosen: readonly string[]): readonly string[] {
  const [seen, setSeen] = useState<readonly string[]>([]);
  const all = useMemo(() => values(flights, 'terminal', [...seen, ...chosen]), [flights, seen, chosen]);
  if (all.length > seen.length) setSeen(all);
  return all;
}

function values(flights: Flights, field: 'terminal' | 'state', others: readonly string[]): string[] {
  const found = new Set(others);
  for (const flight of flights.values()) if (flight[field]) found.add(flight[field]);
  return [...found].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

function useSlash(box: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== '/' || (event.target as Element).matches('input, select, textarea')) return;
      event.preventDefault();
      box.current?.focus();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [box]);
}
