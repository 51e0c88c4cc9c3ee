import { type ReactNode, useCallback, useMemo } from 'react';
import type { Board } from './board/board';
import { sideOf } from './board/side';
import type { BoardStore } from './board/store';
import { useBoard } from './board/useBoard';
import { useFlightsOfLate } from './board/useFlightsOfLate';
import { ErrorBoundary } from './boundary/ErrorBoundary';
import { DayChart } from './chart/DayChart';
import { Clock } from './clock/Clock';
import { useNow } from './clock/useNow';
import { useReplay } from './clock/useReplay';
import { Announcer } from './details/Announcer';
import { Details } from './details/Details';
import { useFollowed } from './details/follow';
import { FreshnessSign } from './freshness/FreshnessSign';
import { Heading } from './Heading';
import { useLocale } from './i18n/locale';
import { Screen } from './kiosk/Screen';
import { ScreenHeading } from './kiosk/ScreenHeading';
import { Unattended } from './kiosk/Unattended';
import { SearchBar } from './search/SearchBar';
import { Settings } from './settings/Settings';
import type { Theme } from './settings/theme';
import { Timetable } from './table/Timetable';
import { MINUTE_MS } from './time/zone';
import { directionShown } from './view/screen';
import { useViewContext } from './view/useView';

// To the second: the clocks are compared with each heartbeat, and never come out the same to the millisecond.
const skewOf = ({ skew }: Board) => Math.round(skew / 1_000) * 1_000;
const isKnown = ({ live, flights, staleSince, remembered }: Board) =>
  live || flights.size > 0 || staleSince !== undefined || remembered;

/** Everything that is seen: the head, the day, the timetable, and the details of one flight. */
export function Page({ store, theme }: { readonly store: BoardStore; readonly theme: Theme }) {
  const { words } = useLocale();
  const [view, change] = useViewContext();
  const known = useBoard(store, isKnown);
  const replay = useReplay(store);
  const now = useNow(MINUTE_MS, useBoard(store, skewOf), replay);
  const followed = useFollowed();
  const { kiosk, selected } = view;
  const close = useCallback(() => change({ selected: undefined }, 'push'), [change]);

  return (
    <div className="page" data-open={selected !== undefined && !kiosk}>
      <a className="skip" href="#timetable">
        {words.skip}
      </a>
      <header className="head">
        {kiosk ? <ScreenHeading /> : <Heading direction={directionShown(view)} />}
        <Panel of={now}>
          <FreshnessSign store={store} />
        </Panel>
        {!kiosk && <Settings theme={theme} />}
        <Panel of={now}>
          <Clock now={now} replay={replay} />
        </Panel>
      </header>
      <main>
        {kiosk ? (
          <Panel of={now}>
            <Screen store={store} known={known} now={now} />
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
  const both = useFlightsOfLate(store);
  const [view] = useViewContext();
  const direction = directionShown(view);
  const flights = useMemo(() => sideOf(both, direction), [both, direction]);
  return (
    <>
      {flights.size > 0 && (
        <Panel of={now}>
          <DayChart flights={flights} direction={direction} now={now} />
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
