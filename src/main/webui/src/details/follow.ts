import { useSyncExternalStore } from 'react';

const KEY = 'flightboard.followed';
const FOLLOWED = 'followedchanged';

// Followed flights stay on top of the board, and must leave room for the others.
const MOST = 20;

function read(): readonly string[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : [];
  } catch {
    // Storage is forbidden, or holds something that this page did not write.
    return [];
  }
}

let followed = read();

function write(ids: readonly string[]): void {
  followed = ids;
  try {
    localStorage.setItem(KEY, JSON.stringify(ids));
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  dispatchEvent(new Event(FOLLOWED));
}

function subscribe(onChange: () => void): () => void {
  const changedElsewhere = (event: StorageEvent) => {
    if (event.key !== KEY) return;
    followed = read();
    onChange();
  };
  addEventListener('storage', changedElsewhere);
  addEventListener(FOLLOWED, onChange);
  return () => {
    removeEventListener('storage', changedElsewhere);
    removeEventListener(FOLLOWED, onChange);
  };
}

/** The ids of the flights that this browser's user follows, the last one first. */
export const useFollowed = () => useSyncExternalStore(subscribe, () => followed);

export function follow(id: string, on: boolean): void {
  const others = followed.filter((each) => each !== id);
  write(on ? [id, ...others].slice(0, MOST) : others);
  // Asked for where it is wanted, never on opening the page. Plain http from another machine has no notifications.
  if (on && 'Notification' in window && Notification.permission === 'default') void Notification.requestPermission();
}
