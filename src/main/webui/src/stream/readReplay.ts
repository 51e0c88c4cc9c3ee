import type { Replay } from '../time/replay';

/** The replay that a JSON value tells of; nothing where it tells of none that can be followed. */
export function readReplay(json: unknown): Replay | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const told = json as Record<string, unknown>;
  const [began, from, until] = ['began', 'from', 'until'].map((name) => timeOf(told[name]));
  const speed = told['speed'];
  if (typeof speed !== 'number' || !(speed > 0)) return undefined;
  if (began === undefined || from === undefined || until === undefined) return undefined;
  return Number.isNaN(began + from + until) ? undefined : { began, from, until, speed };
}

// As the wire has it, or as this page has kept it.
const timeOf = (value: unknown) => (typeof value === 'number' ? value : Date.parse(String(value)));
