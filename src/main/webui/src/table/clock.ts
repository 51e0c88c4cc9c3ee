/** Shows instants as `HH:mm` in the board's time zone, whatever the viewer's. */
export function clockOf(timeZone = 'UTC'): (instant: string) => string {
  const format = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
  return (instant) => format.format(new Date(instant));
}
