import { useEffect } from 'react';

/** Keeps the screen on while the page is visible, and makes it full screen at the first touch or key. */
export function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    const wake = async () => {
      if (document.hidden || (lock && !lock.released)) return;
      // Refused on low battery, and absent over plain http: the screen then sleeps as its own settings say.
      lock = await navigator.wakeLock?.request('screen').catch(() => undefined);
    };
    const fill = () => {
      if (!document.fullscreenElement) void document.documentElement.requestFullscreen?.().catch(() => {});
    };
    void wake();
    document.addEventListener('visibilitychange', wake);
    addEventListener('pointerup', fill);
    addEventListener('keyup', fill);
    return () => {
      document.removeEventListener('visibilitychange', wake);
      removeEventListener('pointerup', fill);
      removeEventListener('keyup', fill);
      void lock?.release();
    };
  }, []);
}
