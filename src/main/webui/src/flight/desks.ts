// Between desks; a dash, of any of its kinds, is between the first and the last of a row.
const BETWEEN = /[,;/]/;
const DASH = /[-\u2010\u2011\u2012\u2013\u2014\u2212]/;
// A name with a number at its end; more digits than any desk has are none.
const FIRST = /^(\S+)\s+(.+)$/;
const NUMBERED = /^(.*?)(\d{1,9})$/;

/** Whether a desk is among those that a text names, such as `A1, A3`, `101 – 110` or `A12-18`: as the service reads it. */
export function hasDesk(desks: string, desk: string): boolean {
  return desks === desk || desks.split(BETWEEN).some((part) => isAmong(part.trim(), desk));
}

function isAmong(part: string, desk: string): boolean {
  if (part === desk) return true;
  const ends = part.split(DASH).map((end) => end.trim());
  if (ends.length === 2 && isInRow(ends[0] ?? '', ends[1] ?? '', desk)) return true;
  const [, name = '', others] = FIRST.exec(part) ?? [];
  return others !== undefined && (isAmong(name, desk) || isAmong(others, desk));
}

/** Names in a row differ in the number at their end; the last may be that number alone. */
function isInRow(first: string, last: string, desk: string): boolean {
  const [, prefix, from] = NUMBERED.exec(first) ?? [];
  const [, lastPrefix, to] = NUMBERED.exec(last) ?? [];
  const [, deskPrefix, wanted] = NUMBERED.exec(desk) ?? [];
  if (prefix === undefined || deskPrefix !== prefix || (lastPrefix !== '' && lastPrefix !== prefix)) return false;
  return Number(wanted) >= Number(from) && Number(wanted) <= Number(to);
}
