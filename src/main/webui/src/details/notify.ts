/** Tells of a followed flight while the page is out of sight, if the user has allowed it. */
export function notify(id: string, title: string, body: string): void {
  if (!document.hidden || !('Notification' in window) || Notification.permission !== 'granted') return;
  try {
    // The tag makes the notifications of several tabs one.
    new Notification(title, { body, tag: id });
  } catch {
    // Android's browsers have the class, and throw: they notify through service workers alone.
  }
}
