import { expect, it } from 'vitest';
import { flight } from '../test/changes';
import { belongsTo, filterOf, screenOf } from './screen';
import { readView } from './View';

const screenAt = (address: string) => screenOf(readView(address));
const filterAt = (address: string) => filterOf(readView(address));

it.each([
  ['', 'arrivals', ''],
  ['?board=departures', 'departures', ''],
  ['?board=both', 'arrivals', ''],
  ['?kiosk', 'arrivals', 'direction=arrival'],
  ['?kiosk&board=departures&terminal=2', 'departures', 'direction=departure&terminal=2'],
  ['?kiosk&board=both', 'both', ''],
  ['?kiosk&belt=4', 'belt', 'belt=4&direction=arrival'],
  ['?kiosk&gate=B7', 'gate', 'direction=departure&gate=B7'],
  ['?kiosk&desk=12&desk=13', 'desk', 'desk=12&desk=13&direction=departure'],
  ['?kiosk&board=departures&gate=B7&gate=B8', 'departures', 'direction=departure&gate=B7&gate=B8'],
  ['?kiosk&board=__proto__', 'arrivals', 'direction=arrival'],
])('%s is the screen %s, which asks for %s', (address, screen, filter) => {
  expect([screenAt(address), filterAt(address)]).toEqual([screen, filter]);
});

const leaves = (rest: object) => flight('D', { direction: 'departure', ...rest });

it.each([
  ['?kiosk', flight('A'), leaves({})],
  ['?kiosk&board=departures', leaves({}), flight('A')],
  ['?kiosk&gate=B7', leaves({ gate: 'B7' }), flight('A', { gate: 'B7' })],
  ['?kiosk&gate=B7', leaves({ gate: 'B7' }), leaves({ gate: 'B77' })],
  ['?kiosk&gate=B7', leaves({ gate: 'B7' }), leaves({})],
  ['?kiosk&belt=4', flight('A', { belt: '4' }), flight('A', { belt: '14' })],
  ['?kiosk&desk=12', leaves({ desks: '10-14' }), leaves({ desks: '112' })],
  ['?terminal=2', flight('A', { terminal: '2' }), flight('A')],
  ['?origin=FCO', flight('A', { origin: 'FCO' }), flight('A', { origin: 'LHR' })],
  ['?kiosk&board=departures&destination=LHR', leaves({ destination: 'LHR' }), leaves({ destination: 'FCO' })],
  ['?airline=AZ&airline=BA', flight('A', { airline: 'BA' }), flight('A', { airline: 'LH' })],
  ['?flight=AZ204', flight('A', { flight: 'AZ204' }), flight('A', { flight: 'AZ2044' })],
])('on %s stands %j, and never %j', (address, own, other) => {
  const belongs = belongsTo(readView(address));

  expect([own, other].map(belongs)).toEqual([true, false]);
});
