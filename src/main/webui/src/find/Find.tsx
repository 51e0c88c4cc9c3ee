import { memo, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { Flights } from '../board/board';
import { STATES } from '../flight/progress';
import { useLocale } from '../i18n/locale';
import { isFiltered } from '../view/View';
import { useViewContext } from '../view/useView';
import { Choice } from './Choice';
import './find.css';

/** The search, and the filters by terminal and state. */
export const Find = memo(function Find({ flights }: { readonly flights: Flights }) {
  const { words, state: stateWord } = useLocale();
  const [view, change] = useViewContext();
  const box = useRef<HTMLInputElement>(null);
  useSlash(box);

  const terminals = useValues(flights, 'terminal', view.terminals);
  const states = useValues(flights, 'state', view.states).sort((a, b) => stage(a) - stage(b));
  const clear = { search: '', states: [], terminals: [], origins: [], airlines: [], flights: [] };

  return (
    <div className="find" role="search">
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
          word={stateWord}
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

const stage = (state: string) => (STATES as readonly string[]).indexOf(state) + 1 || STATES.length + 1;

// A filtered stream tells of the filtered alone: what was there to choose before stays.
function useValues(flights: Flights, field: 'terminal' | 'state', chosen: readonly string[]): string[] {
  const seen = useRef(new Set<string>());
  const settled = useDeferredValue(flights);
  return useMemo(() => {
    if (field === 'state') seen.current = new Set();
    for (const value of chosen) seen.current.add(value);
    for (const flight of settled.values()) if (flight[field]) seen.current.add(flight[field]);
    return [...seen.current].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  }, [settled, field, chosen]);
}

function useSlash(box: React.RefObject<HTMLInputElement | null>) {
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
