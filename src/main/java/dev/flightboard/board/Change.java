package dev.flightboard.board;

import dev.flightboard.flight.FlightState;

/**
 * The newest thing known of one flight: its state, or that it has gone, and where in the topic that came from.
 *
 * @param state null where the flight has left the board
 * @param offset of the record, in its partition
 * @param timestamp of the record, epoch ms, never later than {@code appliedAt}
 * @param revision this change's place in the order of application on this replica, from 1
 * @param appliedAt when this replica applied it, epoch ms
 * @param expired true where the flight left because of its record's age, at no offset of the topic
 * @param known whether this replica knew of the flight before, if only that it had gone
 */
public record Change(
        String id,
        FlightState state,
        int partition,
        long offset,
        long timestamp,
        long revision,
        long appliedAt,
        boolean expired,
        boolean known) {

    public boolean removed() {
        return state == null;
    }

    /** Whether it is news to those who follow this replica: not where what they were never shown leaves. */
    boolean tells() {
        return state != null || known;
    }
}
