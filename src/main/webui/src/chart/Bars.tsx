import { useLocale } from '../i18n/locale';
import type { Outcome, Quarter } from './quarters';

interface Props {
  readonly quarters: readonly Quarter[];
  readonly now: number;
  readonly label: string;
  /** What the bars stand for. */
  readonly kinds: readonly Outcome[];
}

// In units of the drawing, which is stretched to its place: a quarter's width, and the room above and below the axis.
const STEP = 10;
const ABOVE = 80;
const BELOW = 20;
// Labels of a whole day, every three hours, have room on a phone; of less than half a day each hour has.
const QUARTERS_PER_HOUR = 4;
const QUARTER_MS = 15 * 60_000;
const HALF_DAY = 48;

/** Flights per quarter of an hour: above the axis those that come, under a line of the schedule, below it the others. */
export function Bars({ quarters, now, label, kinds }: Props) {
  const { time, words } = useLocale();
  const most = Math.max(1, ...quarters.map((each) => Math.max(each.scheduled, each.onTime + each.late)));
  const leastDown = Math.max(1, ...quarters.map((each) => each.cancelled + each.diverted));
  const up = ABOVE / most;
  const down = Math.min(up, BELOW / leastDown);
  const width = quarters.length * STEP;
  const first = quarters[0]?.at ?? 0;
  const share = (at: number) => (100 * (at - first)) / (QUARTER_MS * quarters.length);
  const every = QUARTERS_PER_HOUR * (quarters.length > HALF_DAY ? 3 : 1);
  // A label further right would leave the drawing.
  const isMarked = (at: number) => Math.round(at / QUARTER_MS) % every === 0 && share(at) < 92;

  return (
    <figure className="bars">
      <svg viewBox={`0 ${-ABOVE} ${width} ${ABOVE + BELOW}`} preserveAspectRatio="none" role="img" aria-label={label}>
        {quarters.map((each, index) => (
          <g key={each.at}>
            <Bar kind="onTime" x={index} from={0} to={each.onTime * up} />
            <Bar kind="late" x={index} from={each.onTime * up} to={(each.onTime + each.late) * up} />
            <Bar kind="cancelled" x={index} from={-each.cancelled * down} to={0} />
            <Bar
              kind="diverted"
              x={index}
              from={-(each.cancelled + each.diverted) * down}
              to={-each.cancelled * down}
            />
          </g>
        ))}
        <line x1="0" x2={width} y1="0" y2="0" className="axis" />
        <path className="schedule" d={schedule(quarters, up)} />
      </svg>
      <div className="hours" aria-hidden="true">
        {quarters
          .filter((each) => isMarked(each.at))
          .map((each) => (
            <span key={each.at} style={{ insetInlineStart: `${share(each.at)}%` }}>
              {time(each.at)}
            </span>
          ))}
      </div>
      {share(now) > 0 && share(now) < 100 && <div className="nowMark" style={{ insetInlineStart: `${share(now)}%` }} />}
      <figcaption aria-hidden="true">
        {kinds.map((kind) => (
          <span key={kind} data-kind={kind}>
            {words[kind]}
          </span>
        ))}
        <span data-kind="schedule">{words.scheduledSeries}</span>
      </figcaption>
    </figure>
  );
}

function Bar({ kind, x, from, to }: { kind: string; x: number; from: number; to: number }) {
  if (to <= from) return null;
  return <rect data-kind={kind} x={x * STEP + 1} width={STEP - 2} y={-to} height={to - from} />;
}

function schedule(quarters: readonly Quarter[], up: number): string {
  return quarters.map((each, index) => `${index ? 'V' : 'M0 '}${-each.scheduled * up}h${STEP}`).join('');
}
