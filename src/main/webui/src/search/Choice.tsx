interface Props {
  readonly legend: string;
  readonly options: readonly string[];
  readonly chosen: readonly string[];
  readonly word?: (option: string) => string;
  readonly onChoose: (chosen: string[]) => void;
}

/** A choice of several values; to choose none means all. */
export function Choice({ legend, options, chosen, word = (option) => option, onChoose }: Props) {
  const toggle = (option: string) =>
    onChoose(chosen.includes(option) ? chosen.filter((each) => each !== option) : [...chosen, option]);
  return (
    <div className="choice" role="group" aria-label={legend}>
      <span className="legend" aria-hidden="true">
        {legend}
      </span>
      {options.map((option) => (
        <label key={option}>
          <input type="checkbox" checked={chosen.includes(option)} onChange={() => toggle(option)} />
          <span>{word(option)}</span>
        </label>
      ))}
    </div>
  );
}
