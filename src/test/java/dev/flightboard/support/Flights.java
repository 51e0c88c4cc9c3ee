package dev.flightboard.support;

import dev.flightboard.flight.FlightState;

/** Flight states with as little in them as a test needs. */
public final class Flights {

    private Flights() {}

    /** A flight whose id is its designator. */
    public static FlightState flight(String id, String state) {
        return flight(id, state, null, null);
    }

    public static FlightState flight(String id, String state, String origin, String terminal) {
        return FlightState.of(id)
                .flight(id)
                .state(state)
                .origin(origin)
                .terminal(terminal)
                .build();
    }
}
