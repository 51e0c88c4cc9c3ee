import { type ReactNode, useState } from 'react';
import './flap.css';

/** Text that turns over, as on a split-flap board, when it changes; the first one is simply there. */
export function Flap({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  const [shown, setShown] = useState({ text, turns: 0 });
  if (shown.text !== text) setShown({ text, turns: shown.turns + 1 });
  // A key of its own starts the animation again, also where the last one has not ended.
  return (
    <span key={shown.turns} className={shown.turns > 0 ? 'flap turned' : 'flap'}>
      {children ?? text}
    </span>
  );
}
