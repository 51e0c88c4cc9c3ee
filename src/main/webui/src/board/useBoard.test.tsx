// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { arrives, live, open, reset, stale } from '../test/changes';
import { FakeService } from '../test/FakeService';
import { BoardStore } from './store';
import { useBoard } from './useBoard';

it('draws again only where the part selected has changed', () => {
  const service = new FakeService();
  const store = new BoardStore(service.source);
  store.follow('');
  let drawn = 0;
  const { result } = renderHook(() => {
    drawn++;
    return useBoard(store, ({ staleSince }) => staleSince);
  });

  for (const changes of [[open, reset], [arrives('A1')], [live], [arrives('A1', { state: 'landed' })]]) {
    act(() => service.give(changes));
  }
  expect(drawn).toBe(1);

  act(() => service.give([stale]));
  expect([drawn, result.current]).toEqual([2, '2026-01-01T12:03:00.000Z']);
});
