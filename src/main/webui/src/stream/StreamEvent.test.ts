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

it('a board that is out of date has a zone, and perhaps another day', () => {
  const replay = {
    began: '2026-01-01T12:00:00Z',
    from: '2025-06-11T05:00:00Z',
    until: '2025-06-12T05:00:00Z',
    speed: 60,
  };
  const data = JSON.stringify({ since: '2026-01-01T12:03:00Z', timeZone: 'Europe/Rome', replay });

  expect(parse(new MessageEvent('stale', { data }))).toMatchObject({ timeZone: 'Europe/Rome', replay: { speed: 60 } });
});
