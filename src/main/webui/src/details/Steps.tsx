import type { Step } from '../board/history';
import { instant } from '../flight/times';
import { type Locale, useLocale } from '../i18n/locale';

/** What a flight went through, the latest first. */
export function Steps({ steps }: { readonly steps: readonly Step[] }) {
  const locale = useLocale();
  const { words, time } = locale;
  const names = { ...words.columns, estimated: words.columns.expected, actual: words.actual };
  return (
    <ol className="steps">
      {steps.toReversed().map((step) => (
        <li key={`${step.at} ${step.field}`}>
          <time dateTime={new Date(step.at).toISOString()}>{time(step.at)}</time>
          <span>
            {names[step.field]}: {step.from && <s>{show(step.field, step.from, locale)}</s>}{' '}
            {step.to ? show(step.field, step.to, locale) : '–'}
          </span>
        </li>
      ))}
    </ol>
  );
}

function show(field: Step['field'], value: string, { state, time }: Locale): string {
  if (field === 'state') return state(value);
  if (field === 'scheduled' || field === 'estimated' || field === 'actual') return time(instant(value));
  return value;
}
