import type { FlightState } from '../flight/FlightState';
import { useLocale } from '../i18n/locale';
import { Flap } from '../table/Flap';
import { StateChip } from '../table/StateChip';
import { bagsOf } from './belt';
import { FlightLine } from './FlightLine';

interface Props {
  readonly flights: readonly FlightState[];
  /** Else they are those of a check-in desk. */
  readonly isBelt: boolean;
}

/** The flights of a belt or a check-in desk, so few that each can be read from afar. */
export function Spot({ flights, isBelt }: Props) {
  return (
    <ul className="spot" id="timetable">
      {flights.map((flight) => (
        <li key={flight.id} data-bags={isBelt ? bagsOf(flight) : undefined} data-state={flight.state}>
          <FlightLine flight={flight}>
            {isBelt ? <BagsOf flight={flight} /> : <StateChip flight={flight} />}
            {flight.remark && (
              <span className="remark" dir="auto">
                {flight.remark}
              </span>
            )}
          </FlightLine>
        </li>
      ))}
    </ul>
  );
}

function BagsOf({ flight }: { readonly flight: FlightState }) {
  const { words } = useLocale();
  const bags = bagsOf(flight);
  if (!bags) return <StateChip flight={flight} />;
  return (
    <Flap text={bags}>
      <span className="chip bagsChip" data-bags={bags}>
        {words.bags[bags]}
      </span>
    </Flap>
  );
}
