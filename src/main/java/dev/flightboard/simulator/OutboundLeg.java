package dev.flightboard.simulator;

import dev.flightboard.flight.FlightState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One recorded flight from the airport.
 *
 * @param departed from the gate; null where it did not, or nothing was written down
 */
record OutboundLeg(FlightState scheduled, Instant departed, boolean cancelled) implements Leg {

    // The table does not say when people boarded. These are what airlines in the US ask of their passengers for flights
    // within the country.
    private static final Duration BOARDING = Duration.ofMinutes(35);
    private static final Duration FINAL_CALL = Duration.ofMinutes(20);
    private static final Duration GATE_CLOSED = Duration.ofMinutes(15);

    @Override
    public Stream<Step> steps(Instant midnight) {
        if (cancelled) return Stream.of(step(midnight, scheduled.scheduled(), "cancelled", null));
        if (departed == null) return Stream.empty();
        NavigableMap<Instant, String> states = new TreeMap<>();
        states.put(departed.minus(BOARDING), "boarding");
        states.put(departed.minus(FINAL_CALL), "final-call");
        states.put(departed.minus(GATE_CLOSED), "gate-closed");
        states.put(departed, "departed");
        return Stream.concat(
                        states.entrySet().stream()
                                .map(each -> step(midnight, each.getKey(), each.getValue(), expectedAt(each.getKey()))),
                        lateTimes().map(time -> step(midnight, time, stateAt(states, time), time)))
                .distinct()
                .sorted(Comparator.comparing(Step::due));
    }

    /** Each quarter of an hour that it is late, people know that it will be later still. */
    private Stream<Instant> lateTimes() {
        return Stream.iterate(scheduled.scheduled().plus(LATE), departed::isAfter, time -> time.plus(LATE));
    }

    private Instant expectedAt(Instant now) {
        if (now.equals(departed)) return departed;
        return lateTimes()
                .filter(time -> !time.isAfter(now))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private String stateAt(NavigableMap<Instant, String> states, Instant now) {
        Entry<Instant, String> last = states.floorEntry(now);
        return last == null ? scheduled.state() : last.getValue();
    }

    private Step step(Instant midnight, Instant time, String state, Instant estimated) {
        return Step.show(
                Duration.between(midnight, time),
                scheduled
                        .with()
                        .state(state)
                        .estimated(estimated)
                        .actual(time.equals(departed) ? departed : null)
                        .build());
    }
}
