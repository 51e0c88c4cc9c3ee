import { expect, it } from 'vitest';
import { filterOf } from './screen';
import { addressOf, isFiltered, readView } from './View';

it.each([
  '',
  '?terminal=2&terminal=3&origin=Rome&state=landing&search=b11&sort=-expected&selected=I768&lang=de&theme=dark&kiosk',
  '?airline=AZ&flight=I768&earlier',
  '?board=departures&destination=Rome&desk=12',
  '?board=both&kiosk',
  '?gate=B7&belt=4&lang=en%2Car&kiosk',
  '?search=S%C3%A3o+Paulo%26',
])('an address and its view are the same: %s', (address) => {
  expect(addressOf(readView(address))).toBe(address);
});

it('gives the service the filters it knows, equal ones alike', () => {
  expect(filterOf(readView('?terminal=2&search=x&airline=AZ&state=landed'))).toBe('airline=AZ&terminal=2');
  expect(filterOf(readView('?airline=AZ&terminal=2'))).toBe('airline=AZ&terminal=2');
});

it('knows whether it leaves flights out', () => {
  expect(
    ['', '?kiosk&lang=de', '?search=x', '?state=landed', '?origin=Rome'].map((each) => isFiltered(readView(each))),
  ).toEqual([false, false, true, true, true]);
});
