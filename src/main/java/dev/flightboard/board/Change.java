package dev.flightboard.board;

import dev.flightboard.flight.FlightState;

/**
 * The newest thing known of one flight: its state, or that it has gone.
 *
 * @param state null where the flight has left the board
 * @param timestamp of the record that said so, epoch ms, as it was stamped
 */
public record Change(String id, FlightState state, long timestamp) {

    public boolean removed() {
        return state == null;
    }
}
