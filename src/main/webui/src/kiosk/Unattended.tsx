import { useAwake } from './useAwake';
import { useReloadOnNewVersion } from './useReloadOnNewVersion';

/** What a page does when nobody is there to use it. Shows nothing. */
export function Unattended() {
  useAwake();
  useReloadOnNewVersion();
  return null;
}
