/** Tells of a followed flight while the page is out of sight, if the user has allowed it. */
export async function notify(id: string, title: string, body: string): Promise<void> {
  if (!document.hidden || !('Notification' in window) || Notification.permission !== 'granted') return;
  // The tag makes the notifications of several tabs one.
  const options = { body, tag: id };
  try {
    new Notification(title, options);
  } catch {
    // Android's browsers have the class, and throw: they notify through service workers alone.
    const worker = await navigator.serviceWorker?.getRegistration();
    await worker?.showNotification(title, options).catch(() => {});
  }
}
