package dev.flightboard.simulator;

import dev.flightboard.flight.FlightState;

/**
 * What happens at an airport: the flights it opens with, then their course. The same settings give the same day, however
 * often it is read; {@code toString} says which day it is. Either part may be too long to hold, so both are read one by
 * one.
 */
sealed interface Day permits DemoDay, RecordedDay, LoadDay {

    /** The flights on the board when the day begins, each id once. */
    Iterable<FlightState> opening();

    /** What follows, in order of due time; it may have no end. */
    Iterable<Step> course();
}
