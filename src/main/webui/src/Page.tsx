import { type ReactNode, useCallback } from 'react';
import type { Board } from './board/board';
import type { BoardStore } from './board/store';
import { useBoard } from './board/useBoard';
import { useFlightsOfLate } from './board/useFlightsOfLate';
import { ErrorBoundary } from './boundary/ErrorBoundary';
import { DayChart } from './chart/DayChart';
import { Clock } from './clock/Clock';
import { useNow } from './clock/useNow';
import { Announcer } from './details/Announcer';
import { Details } from './details/Details';
import { useFollowed } from './details/follow';
import { FreshnessSign } from './freshness/FreshnessSign';
import { useLocale } from './i18n/locale';
import { KioskTable } from './kiosk/KioskTable';
import { Unattended } from './kiosk/Unattended';
import { SearchBar } from './search/SearchBar';
import { Settings } from './settings/Settings';
import type { Theme } from './settings/theme';
import { Timetable } from './table/Timetable';
import { MINUTE_MS } from './time/zone';
import { useViewContext } from './view/useView';

// To the second: the clocks are compared with each heartbeat, and never come out the same to the millisecond.
const skewOf = ({ skew }: Board) => Math.round(skew / 1_000) * 1_000;
const isKnown = ({ live, flights, staleSince }: Board) => live || flights.size > 0 || staleSince !== undefined;

/** Everything that is seen: the head, the day, the timetable, and the details of one flight. */
export function Page({ store, theme }: { readonly store: BoardStore; readonly theme: Theme }) {
  const { words } = useLocale();
  const [view, change] = useViewContext();
  const known = useBoard(store, isKnown);
  const now = useNow(MINUTE_MS, useBoard(store, skewOf));
  const followed = useFollowed();
  const { kiosk, selected } = view;
  const close = useCallback(() => change({ selected: undefined }, 'push'), [change]);

  return (
    <div className="page" data-open={selected !== undefined && !kiosk}>
      <a className="skip" href="#timetable">
        {words.skip}
      </a>
      <header className="head">
        <h1>
          <Pictogram />
          {words.arrivals}
        </h1>
        <Panel of={now}>
          <FreshnessSign store={store} />
        </Panel>
        {!kiosk && <Settings theme={theme} />}
        <Panel of={now}>
          <Clock now={now} />
        </Panel>
      </header>
      <main>
        {kiosk ? (
          <Panel of={now}>
            <KioskTable store={store} known={known} now={now} />
          </Panel>
        ) : (
          <>
            <Overview store={store} now={now} />
            <Panel of={now}>
              <Timetable store={store} followed={followed} known={known} now={now} />
            </Panel>
          </>
        )}
      </main>
      {selected !== undefined && !kiosk && (
        <Panel key={selected} of={now}>
          <Details id={selected} store={store} followed={followed.includes(selected)} now={now} onClose={close} />
        </Panel>
      )}
      <Panel of={now}>
        <Announcer store={store} followed={followed} selected={selected} />
      </Panel>
      {kiosk && <Unattended />}
    </div>
  );
}

/** What is above the timetable, for those who look for something: it need not follow each change. */
function Overview({ store, now }: { readonly store: BoardStore; readonly now: number }) {
  const flights = useFlightsOfLate(store);
  return (
    <>
      {flights.size > 0 && (
        <Panel of={now}>
          <DayChart flights={flights} now={now} />
        </Panel>
      )}
      <Panel of={now}>
        <SearchBar flights={flights} />
      </Panel>
    </>
  );
}

/** A part of the page that costs itself alone where it cannot be drawn, and is tried again with every minute. */
function Panel({ of, children }: { readonly of: number; readonly children: ReactNode }) {
  const { words } = useLocale();
  return (
    <ErrorBoundary of={of} fallback={<p className="quiet failed">{words.partFailed}</p>}>
      {children}
    </ErrorBoundary>
  );
}

/** The sign for arrivals, as airports have it. */
function Pictogram() {
  return (
    <svg className="pictogram" viewBox="0 0 48 48" aria-hidden="true">
      <rect width="48" height="48" rx="6" />
      <path d="m8 17 3.2.8 2.4 4 7.8 2-3-13 3.6 1 8 14.8 8.2 2.2c2 .6 3.2 2.2 2.8 3.6-.4 1.4-2.2 2-4.2 1.5L11 27.200z" />
      <path d="M9 38h30v3H9z" />
    </svg>
  );
}
