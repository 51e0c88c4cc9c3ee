package dev.flightboard.support;

import dev.flightboard.flight.FlightState;
import java.util.List;

/** Flight states with as little in them as a test needs. */
public final class Flights {

    private Flights() {}

    /** A flight whose id is its designator. */
    public static FlightState flight(String id, String state) {
        return flight(id, state, null, null);
    }

    public static FlightState flight(String id, String state, String origin, String terminal) {
        return new FlightState(id, id, state, origin, null, null, null, null, null, terminal, null, null, List.of());
    }
}
