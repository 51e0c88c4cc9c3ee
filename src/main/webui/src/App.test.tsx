// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from './App';
import { BoardStore } from './board/store';
import type { Change } from './stream/Change';
import { arrives, departs, flight, live, lost, open, reset } from './test/changes';
import { FakeService } from './test/FakeService';

let service: FakeService;
let store: BoardStore;

const rome = { flight: 'I768', origin: 'Rome', arrival: '10:10' };
const tokyo = { flight: 'G119', origin: 'Tokyo', arrival: '10:35', terminal: '3' };
const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const columns = () => screen.getAllByRole('columnheader').map((head) => head.textContent);
const give = (...changes: Change[]) => act(() => service.give(changes));
const row = (name: RegExp) => screen.getByRole('row', { name });
const flightsShown = () =>
  within(screen.getByRole('table'))
    .queryAllByRole('link')
    .map((link) => link.textContent);

beforeEach(() => {
  // On which day 10:10 is depends on the time of the day.
  vi.useFakeTimers({ now: Date.parse('2026-01-01T09:00:00Z'), toFake: ['Date'] });
  history.replaceState(null, '', '/');
  localStorage.clear();
  service = new FakeService();
  store = new BoardStore(service.source);
  render(<App store={store} />);
  give(open, reset, arrives('G119', tokyo), arrives('I768', rome), live);
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('page', () => {
  it('shows the flights in order of time', () => {
    expect(flightsShown()).toEqual(['I768', 'G119']);
  });

  it('shows no time before it knows the zone of the board, and turns nothing over when it does', () => {
    cleanup();
    service = new FakeService();
    render(<App store={new BoardStore(service.source)} />);
    give(open, reset, arrives('X1', { arrival: '11:05', estimated: '2026-01-01T10:25:00Z' }));
    expect(row(/X1/).textContent).toBe('11:05X1Scheduled');

    give({ type: 'live', timeZone: 'Europe/Rome', skew: 0 });
    expect(row(/X1/).textContent).toBe('11:0511:25X1Scheduled');
    expect(document.querySelector('.turned')).toBeNull();
  });

  it('changes a flight in its own row', () => {
    const before = row(/I768/);
    give(arrives('I768', { ...rome, state: 'landing' }));

    expect(row(/I768/)).toBe(before);
    expect(within(before).getByText('Landing')).toBeTruthy();
  });

  it('shows text of the topic as text', () => {
    give(arrives('X', { origin: '<img src=x onerror=alert(1)>' }));

    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
  });

  it('shows a state that it does not know as it came', () => {
    give(arrives('I768', { ...rome, state: 'on-stand' }));

    expect(within(row(/I768/)).getByText('on-stand')).toBeTruthy();
  });

  it.each(['__proto__', 'constructor', 'toString'])(
    'shows what is the name of something else as it came: %s',
    (name) => {
      const rest = { airline: name, origin: name, state: name, terminal: name, gate: name, belt: name };
      give(arrives(name, { ...rest, scheduled: name, estimated: name, arrival: name, codeshares: [name] }));
      fireEvent.click(row(new RegExp(name)));

      expect(within(screen.getByRole('table')).getAllByText(name).length).toBeGreaterThan(5);
      expect(within(screen.getByRole('complementary')).getAllByText(name).length).toBeGreaterThan(3);
      expect(flightsShown()).toHaveLength(3);
    },
  );

  it('loses the row of a flight that cannot be drawn, and no other, until it can', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const bad = flight('BAD1', { arrival: '10:20' });
    const broken = Object.defineProperty({ ...bad }, 'codeshares', {
      get: () => {
        throw new Error('cannot be drawn');
      },
    });
    give({ type: 'flight', flight: broken });
    expect(row(/BAD1/).textContent).toBe('BAD1');
    expect(flightsShown()).toEqual(['I768', 'G119']);

    give({ type: 'flight', flight: bad });
    expect(flightsShown()).toEqual(['I768', 'BAD1', 'G119']);
  });

  it('loses a panel that cannot be drawn, and no other', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(store, 'history').mockImplementation(() => {
      throw new Error('cannot be drawn');
    });
    fireEvent.click(row(/I768/));

    expect(screen.queryByRole('complementary')).toBeNull();
    expect(screen.getByText('This part cannot be shown.')).toBeTruthy();
    expect(flightsShown()).toEqual(['I768', 'G119']);
  });

  it('has no column for what no flight has', () => {
    expect(columns()).toEqual(['Time', 'From', 'Flight', 'Terminal', 'State']);

    give(arrives('I768', { ...rome, belt: '7', airline: 'AZ' }));
    expect(columns()).toEqual(['Time', 'From', 'Flight', 'Airline', 'Terminal', 'Belt', 'State']);

    give({ type: 'removed', id: 'G119' }, arrives('I768', { ...rome, estimated: at(1), state: 'cancelled' }));
    expect(columns()).toEqual(['Time', 'From', 'Flight', 'State']);
  });

  it('says where another day begins, and in which day a flight of another order is', () => {
    give(arrives('N1', { scheduled: at(24), origin: 'Oslo' }), arrives('N2', { scheduled: at(48), origin: 'Rome' }));
    const day = (hours: number) =>
      new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
        Date.parse(at(hours)),
      );
    const heads = screen.getAllByRole('rowheader').map((head) => head.textContent);
    expect(heads.slice(-2)).toEqual([day(24), day(48)]);

    fireEvent.click(screen.getByRole('button', { name: 'Flight' }));
    expect(screen.queryAllByRole('rowheader')).toEqual([]);
    expect(row(/N2/).textContent).toContain(day(48).slice(0, 3));

    fireEvent.click(row(/N2/));
    expect(screen.getByRole('complementary').textContent).toContain(`Day${day(48)}`);
  });

  it('shows times by the offset that its flights tell, and says so, where it does not know the zone', () => {
    give(arrives('A1', { scheduled: '2026-07-01T10:00:00Z', estimated: '2026-07-01T10:30:00Z', arrival: '12:00' }), {
      type: 'live',
      timeZone: 'Europe/Utopia',
      skew: 0,
    });

    expect(row(/A1/).textContent).toContain('12:30');
    expect(screen.getByText('All times: UTC+02:00 (this browser does not know Europe/Utopia)')).toBeTruthy();
  });

  it('finds flights, and says so in the address', () => {
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'tok' } });

    expect(flightsShown()).toEqual(['G119']);
    expect(location.search).toBe('?search=tok');
  });

  it('counts a flight that is followed among those that it finds', () => {
    fireEvent.click(row(/G119/));
    fireEvent.click(screen.getByRole('button', { name: 'Follow' }));
    const found = ['tok', 'rome', 'oslo'].map((value) => {
      fireEvent.change(screen.getByRole('searchbox'), { target: { value } });
      return `${flightsShown().join()}: ${document.querySelector('.count')?.textContent}`;
    });
    // The page remembers what is followed, also for the tests after this one.
    fireEvent.click(screen.getByRole('button', { name: 'Stop following' }));

    expect(found).toEqual(['G119: 1 flight', 'G119,I768: 1 flight', 'G119: 0 flights']);
  });

  it('speaks of no search where all flights are folded and nobody searches', () => {
    give({ type: 'removed', id: 'I768' }, { type: 'removed', id: 'G119' });
    give(arrives('C1', { scheduled: at(-3), state: 'closed' }));

    expect(screen.getByRole('button', { name: 'Show 1 earlier' })).toBeTruthy();
    expect(screen.getByText('No flight here at the moment.')).toBeTruthy();
  });

  it('sorts by a column, the other way, and by time again', () => {
    const sort = () => fireEvent.click(screen.getByRole('button', { name: 'Flight' }));
    const orders = [sort, sort, sort].map((press) => (press(), flightsShown().join()));

    expect(orders).toEqual(['G119,I768', 'I768,G119', 'I768,G119']);
    expect(location.search).toBe('');
  });

  it('opens the details of a flight with what it went through, and closes them on Escape', () => {
    give(arrives('I768', { ...rome, state: 'landing' }));
    fireEvent.click(row(/I768/));

    const details = screen.getByRole('complementary', { name: 'Details' });
    expect(within(details).getByRole('listitem').textContent).toContain('State: Scheduled Landing');
    expect(location.search).toBe('?selected=I768');

    fireEvent.keyDown(window, { key: 'Escape' });
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  it('says when something became of a flight by the clock of the board, not by its own', () => {
    const stepsAt = () =>
      within(screen.getByRole('complementary'))
        .getAllByRole('listitem')
        .map((step) => step.querySelector('time')?.textContent);
    give({ type: 'live', timeZone: 'UTC', skew: 600_000 }, arrives('I768', { ...rome, state: 'landing' }));
    fireEvent.click(row(/I768/));
    expect(stepsAt()).toEqual(['09:10']);

    const day = Date.parse('2023-01-11T12:00:00Z');
    const replay = { began: Date.now() - 60_000, from: day, until: day + 86_400_000, speed: 60 };
    give({ type: 'live', timeZone: 'UTC', skew: 0, replay });
    expect(stepsAt()).toEqual(['13:00']);
  });

  it('keeps a flight on top and announces what becomes of it as long as it is followed', () => {
    fireEvent.click(row(/G119/));
    fireEvent.click(screen.getByRole('button', { name: 'Follow' }));
    expect(flightsShown()).toEqual(['G119', 'I768']);

    give(arrives('G119', { ...tokyo, state: 'landing' }));
    expect(screen.getByRole('log').textContent).toBe('G119 Tokyo: Landing');

    fireEvent.click(screen.getByRole('button', { name: 'Stop following' }));
    expect(flightsShown()).toEqual(['I768', 'G119']);
  });

  it('says as of when the board is, once it is no longer live', () => {
    give(lost(Date.parse('2026-01-01T12:03:00.000Z')));

    expect(screen.getByText('Not live. This is the board as it was at 12:03.')).toBeTruthy();
    expect(flightsShown()).toEqual(['I768', 'G119']);
  });

  it('says of a board that was kept as of when it is, and how old', () => {
    cleanup();
    service = new FakeService();
    store = new BoardStore(service.source);
    render(<App store={store} />);
    act(() => store.recall({ at: Date.now() - 3.2 * 3_600_000, flights: [flight('OLD')], timeZone: 'UTC', skew: 0 }));

    expect(flightsShown()).toEqual(['OLD']);
    expect(screen.queryByText('Live')).toBeNull();
    expect(screen.getByText(/^Not live. This is the board as it was at \d\d:\d\d.$/)).toBeTruthy();
    expect(screen.getByText('3 hours ago')).toBeTruthy();
  });

  it('shows the time of a day that is played again, and says that it is a replay', () => {
    const day = Date.parse('2023-01-11T09:00:00Z');
    const replay = { began: Date.now() - 60_000, from: day, until: day + 86_400_000, speed: 60 };
    give({ type: 'live', timeZone: 'UTC', skew: 0, replay });

    expect(screen.getByText('Replay').textContent).toBe('Replay 60×');
    expect(document.querySelector('.clock time')?.textContent).toMatch(/^10:0\d$/);
    expect(screen.getByText('Wednesday, January 11, 2023')).toBeTruthy();

    give(live);
    expect(screen.queryByText('Replay')).toBeNull();
  });

  it('lets the service filter by terminal', () => {
    give(arrives('A1', { terminal: '1' }));
    act(() => {
      history.replaceState(null, '', '?terminal=3');
      dispatchEvent(new PopStateEvent('popstate'));
    });

    expect(service.filters).toEqual(['', 'terminal=3']);
    expect(flightsShown()).toEqual(['G119']);
  });
});

describe('departures', () => {
  const london = { flight: 'BA549', direction: 'departure', destination: 'LHR', departure: '11:20', gate: 'B7' };
  const go = (address: string) =>
    act(() => {
      history.replaceState(null, '', address);
      dispatchEvent(new PopStateEvent('popstate'));
    });

  beforeEach(() => {
    give(departs('D1', { ...london, desks: '101-110', via: ['Paris'], codeshares: ['IB7'] }));
  });

  it('are a board of their own, one click and one address away', () => {
    expect(flightsShown()).toEqual(['I768', 'G119']);

    fireEvent.click(screen.getByRole('link', { name: 'Departures' }));

    expect(location.search).toBe('?board=departures');
    expect(screen.getByRole('heading', { name: 'Departures' })).toBeTruthy();
    expect(document.title).toBe('Departures · Flightboard');
    expect(flightsShown()).toEqual(['BA549']);
    expect(columns()).toEqual(['Time', 'To', 'Flight', 'Check-in', 'Gate', 'State']);
    expect(row(/BA549/).textContent).toContain('LondonLHRvia Paris');
    expect(service.filters).toEqual(['']);

    fireEvent.click(screen.getByRole('link', { name: 'Arrivals' }));
    expect([location.search, flightsShown()]).toEqual(['', ['I768', 'G119']]);
  });

  it('are found from the arrivals, and arrivals from there', () => {
    give(arrives('I9', { origin: 'London' }));
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'london' } });
    expect(flightsShown()).toEqual(['I9']);

    fireEvent.click(screen.getByRole('link', { name: 'Departures: 1 flight' }));

    expect(location.search).toBe('?board=departures&search=london');
    expect(flightsShown()).toEqual(['BA549']);
    expect(screen.getByRole('link', { name: 'Arrivals: 1 flight' })).toBeTruthy();
  });

  it.each(['check-in', 'boarding', 'final-call', 'gate-closed', 'departed', 'cancelled', 'de-icing', 'constructor'])(
    'have states of their own, and show an unknown one as it came: %s',
    (state) => {
      go('?board=departures');
      give(departs('D1', { ...london, state }));
      const words = new Map([
        ['check-in', 'Check-in'],
        ['final-call', 'Final call'],
        ['gate-closed', 'Gate closed'],
        ['boarding', 'Boarding'],
        ['departed', 'Departed'],
        ['cancelled', 'Cancelled'],
      ]);

      expect(within(row(/BA549/)).getByText(words.get(state) ?? state)).toBeTruthy();
    },
  );

  it('have details that show desk, gate, and the way of the states', () => {
    go('?board=departures&selected=D1');
    give(departs('D1', { ...london, desks: '101-110', remark: 'Go to gate', state: 'boarding' }));

    const details = screen.getByRole('complementary', { name: 'Details' });
    expect(details.textContent).toContain('Check-in101-110');
    expect(details.textContent).toContain('GateB7');
    expect(details.textContent).toContain('RemarkGo to gate');
    const way = within(details).getByRole('list', { name: 'The way to departure' });
    expect(
      within(way)
        .getAllByRole('listitem')
        .map((each) => each.textContent),
    ).toEqual(['Scheduled', 'Check-in', 'Boarding', 'Final call', 'Gate closed', 'Departed']);
    expect(way.querySelector('[aria-current="step"]')?.textContent).toBe('Boarding');
    expect(within(details).getByText('State:', { exact: false }).textContent).toBe('State: Scheduled Boarding');
  });

  it('tell who follows one of its gate, its boarding and its delay, wherever one is', () => {
    go('?board=departures&selected=D1');
    fireEvent.click(screen.getByRole('button', { name: 'Follow' }));
    go('/');
    const said = (rest: object) => {
      give(departs('D1', { ...london, ...rest }));
      return screen.getByRole('log').textContent;
    };

    expect(said({ gate: 'B9' })).toBe('BA549 London: Scheduled, Gate B9');
    expect(said({ gate: 'B9', state: 'boarding' })).toBe('BA549 London: Boarding, Gate B9');
    expect(said({ gate: 'B9', scheduled: at(1), estimated: at(1.5) })).toMatch(
      /^BA549 London: Scheduled, Expected \d\d:\d\d, 30 min late, Gate B9$/,
    );
    expect(flightsShown()).toEqual(['I768', 'G119']);
  });
});
