import { remembered } from './remember';

export const THEMES = ['auto', 'light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];

/** The theme that the address asks for, else the one that this reader chose last. */
export function themeOf(asked: string | undefined): Theme {
  const wanted = asked ?? remembered('theme');
  return THEMES.find((each) => each === wanted) ?? 'auto';
}
