import { expect, it } from 'vitest';
import { apply, EMPTY } from '../board/board';
import type { Change } from '../stream/Change';
import { arrives, live, open, reset } from '../test/changes';
import { FakeService } from '../test/FakeService';
import { SharedStream } from './SharedStream';

it('tells whoever comes later the board as it is, and everybody what follows', () => {
  const service = new FakeService();
  const shared = new SharedStream(service.source, 'terminal=2');
  const [early, late] = [watcher(), watcher()];

  shared.watch(early.take);
  service.give([open, reset, arrives('A1'), live]);
  shared.watch(late.take);
  service.give([arrives('A1', { state: 'landed' })]);

  expect(late.board()).toEqual(early.board());
  expect(late.board().flights.get('A1')?.state).toBe('landed');
  expect(service.filters).toEqual(['terminal=2']);
});

it('knows when nobody is left', () => {
  const shared = new SharedStream(new FakeService().source, '');
  const [one, other] = [watcher(), watcher()];
  shared.watch(one.take);
  shared.watch(other.take);

  expect([shared.leave(one.take), shared.leave(other.take)]).toEqual([true, false]);
});

function watcher() {
  let board = EMPTY;
  return {
    take: (changes: readonly Change[]) => {
      board = apply(board, changes);
    },
    board: () => board,
  };
}
