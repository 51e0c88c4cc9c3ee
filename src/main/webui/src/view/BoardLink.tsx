import type { MouseEvent, ReactNode } from 'react';
import type { Direction } from '../flight/direction';
import { linkTo, useViewContext } from './useView';

interface Props {
  readonly to: Direction;
  readonly children: ReactNode;
  readonly className?: string;
}

/** Leads to one of the boards; what is searched for stays, what only the other one has goes. */
export function BoardLink({ to, children, className }: Props) {
  const [view, change] = useViewContext();
  const changed = {
    board: to === 'departure' ? 'departures' : 'arrivals',
    states: [],
    sort: undefined,
    selected: undefined,
  } as const;
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    change(changed, 'push');
    scrollTo({ top: 0 });
  };
  return (
    <a href={linkTo(view, changed)} className={className} onClick={go}>
      {children}
    </a>
  );
}
