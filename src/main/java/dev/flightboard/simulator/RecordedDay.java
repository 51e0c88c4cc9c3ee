package dev.flightboard.simulator;

import dev.flightboard.flight.FlightState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The arrivals that an airport had on one day, so many times faster, from midnight on; what happened before is due at
 * once. All instants in the states are those of the record.
 */
record RecordedDay(String name, List<Leg> legs, Instant midnight, int speed) implements Day {

    @Override
    public Iterable<FlightState> opening() {
        return legs.stream().map(Leg::scheduled).toList();
    }

    @Override
    public Iterable<Step> course() {
        return legs.stream()
                .flatMap(leg -> leg.steps(midnight))
                .sorted(Comparator.comparing(Step::due))
                .map(step -> new Step(replayed(step.due()), step.id(), step.state()))
                .toList();
    }

    @Override
    public String toString() {
        return "recorded, " + name + ", " + legs.size() + " flights, " + speed + " times as fast";
    }

    private Duration replayed(Duration recorded) {
        return recorded.isNegative() ? Duration.ZERO : recorded.dividedBy(speed);
    }
}
