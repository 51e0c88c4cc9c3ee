package dev.flightboard.simulator;

import dev.flightboard.flight.FlightState;
import java.time.Duration;

/**
 * One state of one flight, or its removal, due some time after the day's opening.
 *
 * @param id the flight leg's id, the key of the record
 * @param state null removes the flight
 */
record Step(Duration due, String id, FlightState state) {

    static Step show(Duration due, FlightState state) {
        return new Step(due, state.id(), state);
    }

    static Step remove(Duration due, String id) {
        return new Step(due, id, null);
    }
}
