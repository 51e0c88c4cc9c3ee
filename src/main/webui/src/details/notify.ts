/** Shows a notification about a followed flight while the page is hidden, if the user has allowed it. */
export function notify(id: string, title: string, body: string): void {
  if (!document.hidden || !('Notification' in window) || Notification.permission !== 'granted') return;
  try {
    // With the same tag, the notifications of several tabs replace each other.
    new Notification(title, { body, tag: id });
  } catch {
    // Browsers on Android have the class but throw: there, only service workers can show notifications.
  }
}
