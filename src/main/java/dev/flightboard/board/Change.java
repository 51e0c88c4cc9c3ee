package dev.flightboard.board;

import dev.flightboard.flight.FlightState;

/**
 * What is known of one flight by now: its state, or that it has left the board.
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
