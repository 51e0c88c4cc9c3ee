package dev.flightboard.record;

import dev.flightboard.flight.FlightState;
import java.util.List;

/**
 * What a record says of its flight.
 *
 * @param state null: the flight is removed
 * @param bent what was not in the contract's form
 */
public record Reading(FlightState state, List<Bent> bent) {

    static final Reading REMOVAL = new Reading(null, List.of());

    public boolean removes() {
        return state == null;
    }
}
