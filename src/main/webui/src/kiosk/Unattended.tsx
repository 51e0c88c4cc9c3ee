import { useAwake } from './useAwake';
import { useReloadOnNewVersion } from './useReloadOnNewVersion';

/** What a page does that nobody attends to. Shows nothing. */
export function Unattended() {
  useAwake();
  useReloadOnNewVersion();
  return null;
}
