import type { Words } from '../i18n/Words';
import { screenOf } from '../view/screen';
import type { View } from '../view/View';

/** What a screen is called. */
export function titleOf(view: View, words: Words): string {
  const { columns } = words;
  switch (screenOf(view)) {
    case 'arrivals':
      return words.arrivals;
    case 'departures':
      return words.departures;
    case 'both':
      return `${words.arrivals} · ${words.departures}`;
    case 'belt':
      return `${columns.belt} ${view.belts.join(', ')}`;
    case 'gate':
      return `${columns.gate} ${view.gates.join(', ')}`;
    case 'desk':
      return `${columns.desks} ${view.desks.join(', ')}`;
  }
}
