import { type ReactNode, useState } from 'react';
import { useLocale } from '../i18n/locale';
import './flap.css';

/** Text that turns over, as on a split-flap board, when it changes; the first one is simply there. */
export function Flap({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  const locale = useLocale();
  const [shown, setShown] = useState({ text, locale, turns: 0 });
  // Where the language or the zone changed, the same is only said otherwise.
  if (shown.locale !== locale) setShown({ text, locale, turns: 0 });
  else if (shown.text !== text) setShown({ text, locale, turns: shown.turns + 1 });
  // A key of its own starts the animation again, also where the last one has not ended.
  return (
    <span key={shown.turns} className={shown.turns > 0 ? 'flap turned' : 'flap'} dir={children ? undefined : 'auto'}>
      {children ?? text}
    </span>
  );
}
