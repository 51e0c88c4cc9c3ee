import { sentence, titleOf } from '../details/sentence';
import { Way } from '../details/Way';
import type { FlightState } from '../flight/FlightState';
import type { DueAt } from '../flight/times';
import { useLocale } from '../i18n/locale';
import { Place } from '../table/cells';
import { Designator } from '../table/Designator';
import { StateChip } from '../table/StateChip';
import { FlightLine } from './FlightLine';
import { atGate } from './gate';
import { When } from './When';

interface Props {
  readonly flights: readonly FlightState[];
  readonly due: DueAt;
  readonly now: number;
  readonly known: boolean;
}

/** A gate's screen: the flight that boards here, how far it is, and the one after it. */
export function Gate({ flights, due, now, known }: Props) {
  const locale = useLocale();
  const { words } = locale;
  const { flight, next, cancelled } = atGate(flights, due, now);
  return (
    <div className="gate" id="timetable">
      {flight && <Boarding key={flight.id} flight={flight} />}
      {!flight && known && <p className="empty">{words.noneHere}</p>}
      {cancelled.map((each) => (
        <Line key={each.id} flight={each} />
      ))}
      {next && (
        <section aria-label={words.nextFlight}>
          <h2>{words.nextFlight}</h2>
          <Line flight={next} />
        </section>
      )}
      <p className="unseen" role="status" aria-live="polite">
        {flight && `${titleOf(flight)}: ${sentence(flight, locale)}`}
      </p>
    </div>
  );
}

function Boarding({ flight }: { readonly flight: FlightState }) {
  return (
    <article className="boarding">
      <p className="gateFlight">
        <b className="designator">
          <Designator flight={flight} />
        </b>
        <span className="gateTime">
          <When flight={flight} />
        </span>
      </p>
      <p className="gatePlace">
        <Place flight={flight} />
      </p>
      <p className="gateState">
        <StateChip flight={flight} />
        {flight.remark && (
          <span className="remark" dir="auto">
            {flight.remark}
          </span>
        )}
      </p>
      <Way flight={flight} />
    </article>
  );
}

function Line({ flight }: { readonly flight: FlightState }) {
  return (
    <p className="gateLine">
      <FlightLine flight={flight}>
        <StateChip flight={flight} />
      </FlightLine>
    </p>
  );
}
