import { instant } from '../time/instant';
import type { Replay } from '../time/replay';

// What the service accepts.
const MAX_SPEED = 100_000;

/** The replay that a JSON value tells of; nothing where it tells of none that can be followed. */
export function readReplay(json: unknown): Replay | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const told = json as Record<string, unknown>;
  const [began, from, until] = ['began', 'from', 'until'].map((name) => timeOf(told[name]));
  const speed = told['speed'];
  if (typeof speed !== 'number' || !(speed >= 1 && speed <= MAX_SPEED)) return undefined;
  if (began === undefined || from === undefined || until === undefined) return undefined;
  return { began, from, until, speed };
}

// As the wire has it, or as this page has kept it.
const timeOf = (value: unknown) => (Number.isFinite(value) ? (value as number) : instant(value));
