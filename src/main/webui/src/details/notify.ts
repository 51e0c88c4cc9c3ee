/** Shows a notification about a followed flight while the page is hidden, if the user has allowed it. */
export async function notify(id: string, title: string, body: string): Promise<void> {
  if (!document.hidden || !('Notification' in window) || Notification.permission !== 'granted') return;
  // With the same tag, the notifications of several tabs replace each other.
  const options = { body, tag: id };
  try {
    new Notification(title, options);
  } catch {
    // Browsers on Android have the class but throw: there, only service workers can show notifications.
    const worker = await navigator.serviceWorker?.getRegistration();
    await worker?.showNotification(title, options).catch(() => {});
  }
}
