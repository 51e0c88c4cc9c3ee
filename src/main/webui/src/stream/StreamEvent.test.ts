import { expect, it } from 'vitest';
import { parse } from './StreamEvent';

it.each([
  ['{"since":"2026-01-01T12:03:00Z"}', '2026-01-01T12:03:00.000Z'],
  ['{"since":"-0"}', ''],
  ['{"since":7}', ''],
  ['{}', ''],
  ['no JSON', ''],
])('a board is out of date since an instant, or since nobody knows when: %s', (data, since) => {
  expect(parse(new MessageEvent('stale', { data }))).toEqual({ type: 'stale', since });
});
