// Letters that are not a plain letter with an accent, and the letter that people type for each.
const LETTERS = new Map(
  Object.entries({ ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ŧ: 't', æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th' }),
);
const TO_REPLACE = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'g');

/** Small letters without accents, as people type them. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(TO_REPLACE, (letter) => LETTERS.get(letter) ?? letter);
}
