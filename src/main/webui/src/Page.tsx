import { useCallback, useSyncExternalStore } from 'react';
import type { BoardStore } from './board/store';
import { DayChart } from './chart/DayChart';
import { useSettled } from './chart/useSettled';
import { Clock } from './clock/Clock';
import { MINUTE_MS, useNow } from './clock/useNow';
import { Announcer } from './details/Announcer';
import { Details } from './details/Details';
import { useFollowed } from './details/follow';
import { Find } from './find/Find';
import { FreshnessSign } from './freshness/FreshnessSign';
import { useLocale } from './i18n/locale';
import { KioskTable } from './kiosk/KioskTable';
import { Settings } from './settings/Settings';
import type { Theme } from './settings/theme';
import { Timetable } from './table/Timetable';
import { useViewContext } from './view/useView';

/** Everything that is seen: the head, the day, the timetable, and the details of one flight. */
export function Page({ store, theme }: { readonly store: BoardStore; readonly theme: Theme }) {
  const board = useSyncExternalStore(store.subscribe, store.board);
  const { words } = useLocale();
  const [view, change] = useViewContext();
  const now = useNow(MINUTE_MS, board.skew);
  const settled = useSettled(board.flights);
  const followed = useFollowed();
  const { flights } = board;
  const { kiosk, selected } = view;
  const known = board.live || flights.size > 0 || board.staleSince !== undefined;
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
        <FreshnessSign board={board} onRetry={() => store.retry()} />
        {!kiosk && <Settings theme={theme} />}
        {board.timeZone && <Clock now={now} />}
      </header>
      <main>
        {kiosk ? (
          <KioskTable flights={flights} known={known} now={now} />
        ) : (
          <>
            {settled.size > 0 && <DayChart flights={settled} now={now} />}
            <Find flights={settled} />
            <Timetable flights={flights} followed={followed} known={known} now={now} />
          </>
        )}
      </main>
      {selected !== undefined && !kiosk && (
        <Details
          key={selected}
          id={selected}
          flight={flights.get(selected)}
          steps={store.history(selected)}
          followed={followed.includes(selected)}
          onClose={close}
        />
      )}
      <Announcer flights={flights} followed={followed} selected={selected} />
    </div>
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
