package dev.flightboard.simulator;

import dev.flightboard.flight.FlightState;
import dev.flightboard.flight.Replay;
import java.time.Instant;
import java.util.Optional;

/**
 * What happens at an airport: the flights it opens with, then their course. The same settings give the same day, however
 * often it is read; {@code toString} says which day it is. Either part may be too long to hold, so both are read one by
 * one.
 */
sealed interface Day permits DemoDay, RecordedDay, LoadDay {

    /** The flights on the board when the day begins, each id once. */
    Iterable<FlightState> opening();

    /** Which day that is, where its time is not the clock's, if it opens at that moment. */
    default Optional<Replay> replay(Instant opened) {
        return Optional.empty();
    }

    /** What follows, in order of due time; it may have no end. */
    Iterable<Step> course();
}
