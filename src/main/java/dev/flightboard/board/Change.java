package dev.flightboard.board;

import dev.flightboard.flight.FlightState;

/**
 * The newest thing known of one flight: its state, or that it has gone.
 *
 * @param flight its designator, of one that has gone the last; null where it never was on the board
 * @param state null where the flight has left the board
 * @param timestamp of the record that said so, epoch ms, as it was stamped
 */
public record Change(String id, String flight, FlightState state, long timestamp) {

    public boolean removed() {
        return state == null;
    }
}
