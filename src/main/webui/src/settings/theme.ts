export const THEMES = ['auto', 'light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];

export const themeOf = (wanted: string | undefined): Theme => THEMES.find((each) => each === wanted) ?? 'auto';
