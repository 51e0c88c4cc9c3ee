import { useLocale } from '../i18n/locale';
import { Pictogram } from '../table/Pictogram';
import { useViewContext } from '../view/useView';
import { screenOf } from '../view/screen';
import { titleOf } from './title';

/** What a wall is of. */
export function ScreenHeading() {
  const { words } = useLocale();
  const [view] = useViewContext();
  const screen = screenOf(view);
  return (
    <h1>
      {screen !== 'departures' && screen !== 'gate' && screen !== 'desk' && <Pictogram of="arrival" />}
      {screen !== 'arrivals' && screen !== 'belt' && <Pictogram of="departure" />}
      <span dir="auto">{titleOf(view, words)}</span>
    </h1>
  );
}
