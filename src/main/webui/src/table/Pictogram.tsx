import type { Direction } from '../flight/direction';

// The aeroplane comes down to the ground, or leaves it.
const PLANES: Readonly<Record<Direction, string>> = {
  arrival: 'm8 17 3.2.8 2.4 4 7.8 2-3-13 3.6 1 8 14.8 8.2 2.2c2 .6 3.2 2.2 2.8 3.6-.4 1.4-2.2 2-4.2 1.5L11 27.2z',
  departure:
    'm5.6 24.4 3-1.4 3.9 2.5 7.2-3.6-9.7-9.2 3.3-1.6 15 7.8 7.6-3.8c1.9-.9 3.9-.7 4.5.6.6 1.3-.4 3-2.2 3.9L13.4 32z',
};

/** The sign for a board, as airports have it. */
export function Pictogram({ of }: { readonly of: Direction }) {
  return (
    <svg className="pictogram" viewBox="0 0 48 48" aria-hidden="true">
      <rect width="48" height="48" rx="6" />
      <path d={PLANES[of]} />
      <path d="M9 38h30v3H9z" />
    </svg>
  );
}
