import { expect, it } from 'vitest';
import { apply, EMPTY } from '../board/board';
import { localeOf } from '../i18n/locale';
import { zoneOf } from '../time/zone';
import { arrives, connecting, live, lost, open, reset, stale } from '../test/changes';
import { freshnessOf, say } from './freshness';

const whole = apply(EMPTY, [open, reset, arrives('A1'), live]);

it.each([
  ['Connecting…', EMPTY, true],
  ['Catching up…', apply(EMPTY, [open]), true],
  ['Live', whole, true],
  ['Stale since 12:03', apply(whole, [stale]), true],
  ['Reconnecting in 2 s', apply(whole, [lost(0)]), true],
  ['Offline', apply(whole, [lost(0)]), false],
  ['Connecting…', apply(whole, [lost(0), connecting]), true],
  ['Catching up…', apply(whole, [lost(0), open]), true],
  ['Live', apply(whole, [lost(0), open, live]), false],
])('says %s', (said, board, online) => {
  expect(say(freshnessOf(board, online), board, 2, localeOf('en', zoneOf('UTC')))).toBe(said);
});
