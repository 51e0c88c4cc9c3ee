package dev.flightboard.textbook;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A flight's state as JSON, in the order of fields in which Flightboard writes them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FlightState(
        String id,
        String flight,
        String origin,
        String arrival,
        String state,
        String scheduled,
        String estimated,
        String airline,
        String terminal,
        String gate,
        String belt) {

    FlightState withId(String newId) {
        return new FlightState(
                newId, flight, origin, arrival, state, scheduled, estimated, airline, terminal, gate, belt);
    }
}
