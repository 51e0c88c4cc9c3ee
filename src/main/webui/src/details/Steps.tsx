import type { Step } from '../board/history';
import type { Direction } from '../flight/direction';
import { instant } from '../time/instant';
import { useLocale } from '../i18n/locale';

interface Props {
  readonly steps: readonly Step[];
  readonly direction: Direction;
  /** The time at the board, at a time of this browser's clock: by that one the steps were noted. */
  readonly atBoard: (at: number) => number;
}

/** What a flight went through, the latest first. */
export function Steps({ steps, direction, atBoard }: Props) {
  const locale = useLocale();
  const { words, time } = locale;
  const show = (field: Step['field'], value: string): string => {
    if (field === 'state') return locale.state(value, direction);
    return field === 'scheduled' || field === 'estimated' || field === 'actual' ? time(instant(value)) : value;
  };
  const names = { ...words.columns, estimated: words.columns.expected, actual: words.actual };
  return (
    <ol className="steps">
      {steps.toReversed().map((step) => (
        <li key={`${step.at} ${step.field}`}>
          <time dateTime={new Date(atBoard(step.at)).toISOString()}>{time(atBoard(step.at))}</time>
          <span>
            {names[step.field]}: {step.from && <s>{show(step.field, step.from)}</s>}{' '}
            {step.to ? show(step.field, step.to) : '–'}
          </span>
        </li>
      ))}
    </ol>
  );
}
