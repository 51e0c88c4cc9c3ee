package dev.flightboard.simulator;

import dev.flightboard.flight.FlightState;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * One recorded flight to the airport, with the instants that are known of it; those that did not happen, or were not
 * written down, are null.
 *
 * @param scheduled the flight as its schedule has it
 * @param departure from the gate, scheduled
 * @param departed from the gate
 * @param landed wheels on
 * @param arrived in block
 */
record InboundLeg(
        FlightState scheduled,
        Instant departure,
        Instant departed,
        Instant landed,
        Instant arrived,
        boolean cancelled,
        boolean diverted)
        implements Leg {

    private static final Duration APPROACH = Duration.ofMinutes(10);

    // The median of the taxi-in times to Oklahoma City in January 2023.
    private static final Duration TAXI_IN = Duration.ofMinutes(5);

    @Override
    public Stream<Step> steps(Instant midnight) {
        Stream.Builder<Step> steps = Stream.builder();
        if (cancelled) {
            // The table does not say when; by the time of departure, people at the airport know.
            steps.add(step(midnight, departure, "cancelled", null, null));
        } else if (departed != null) {
            for (Instant late = departure.plus(LATE); late.isBefore(departed); late = late.plus(LATE)) {
                steps.add(step(midnight, late, "scheduled", arrivalIfDepartedAt(late), null));
            }
            steps.add(step(midnight, departed, "departed", arrivalIfDepartedAt(departed), null));
            if (diverted) steps.add(step(midnight, missed(), "diverted", null, null));
            if (landed != null) {
                steps.add(step(midnight, approach(), "landing", landed.plus(TAXI_IN), null));
                steps.add(step(midnight, landed, "landed", landed.plus(TAXI_IN), null));
            }
            if (arrived != null) steps.add(step(midnight, arrived, "arrived", arrived, arrived));
        }
        return steps.build();
    }

    // As far as anybody knows before it lands, a flight takes as long as its schedule says.
    private Instant arrivalIfDepartedAt(Instant time) {
        return scheduled.scheduled().plus(Duration.between(departure, time));
    }

    private Instant approach() {
        return latest(departed, landed.minus(APPROACH));
    }

    // The table does not say when a flight turned away; when it should have come in to land, people know.
    private Instant missed() {
        Instant expected =
                latest(departed, arrivalIfDepartedAt(departed).minus(TAXI_IN).minus(APPROACH));
        return landed == null || expected.isBefore(approach()) ? expected : approach();
    }

    private Step step(Instant midnight, Instant time, String state, Instant estimated, Instant actual) {
        return Step.show(
                Duration.between(midnight, time),
                scheduled
                        .with()
                        .state(state)
                        .estimated(estimated)
                        .actual(actual)
                        .build());
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
