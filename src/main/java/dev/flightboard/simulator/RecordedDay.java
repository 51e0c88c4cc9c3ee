package dev.flightboard.simulator;

import dev.flightboard.flight.FlightState;
import dev.flightboard.flight.Replay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The flights that an airport had on one day, so many times faster; what happened before it opens is due at once.
 *
 * @param opens at which time of the day it does
 * @param shown the date that all states are laid on
 */
record RecordedDay(
        String airport, LocalDate date, LocalDate shown, ZoneId zone, List<Leg> legs, Duration opens, int speed)
        implements Day {

    @Override
    public Iterable<FlightState> opening() {
        return legs.stream().map(leg -> laid(leg.scheduled())).toList();
    }

    @Override
    public Iterable<Step> course() {
        return legs.stream()
                .flatMap(leg -> leg.steps(midnight(date)))
                .sorted(Comparator.comparing(Step::due))
                .map(step -> Step.show(replayed(step.due()), laid(step.state())))
                .toList();
    }

    @Override
    public Optional<Replay> replay(Instant opened) {
        Instant from = midnight(shown).plus(opens);
        // Where the day's time is the clock's, it is no replay to those who look at it.
        if (speed == 1 && Duration.between(from, opened).abs().compareTo(Duration.ofMinutes(1)) < 0) {
            return Optional.empty();
        }
        Duration end = legs.stream()
                .flatMap(leg -> leg.steps(midnight(date)))
                .map(Step::due)
                .max(Comparator.naturalOrder())
                .orElse(opens);
        return Optional.of(new Replay(opened, from, midnight(shown).plus(end), speed));
    }

    @Override
    public String toString() {
        return "recorded, " + airport + " on " + date + ", " + legs.size() + " flights, " + speed + " times as fast";
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private Duration replayed(Duration recorded) {
        Duration left = recorded.minus(opens);
        return left.isNegative() ? Duration.ZERO : left.dividedBy(speed);
    }

    private FlightState laid(FlightState state) {
        return state.with()
                .scheduled(laid(state.scheduled()))
                .estimated(laid(state.estimated()))
                .actual(laid(state.actual()))
                .build();
    }

    /** At the same time by the airport's clocks, whenever they are changed. */
    private Instant laid(Instant time) {
        return time == null
                ? null
                : time.atZone(zone)
                        .plusDays(shown.toEpochDay() - date.toEpochDay())
                        .toInstant();
    }
}
