package dev.flightboard.flight;

import java.time.Instant;
import java.util.List;

/** Collects the parts of a {@link FlightState} by name; what is not named is absent. Owned by the thread that made it. */
public final class FlightStateBuilder {

    private final String id;
    private String flight;
    private String direction;
    private String state;
    private String origin;
    private String destination;
    private List<String> via;
    private Instant scheduled;
    private Instant estimated;
    private Instant actual;
    private String arrival;
    private String departure;
    private String airline;
    private String terminal;
    private String gate;
    private String belt;
    private String desks;
    private String remark;
    private List<String> codeshares;

    FlightStateBuilder(String id) {
        this.id = id;
    }

    public FlightStateBuilder flight(String flight) {
        this.flight = flight;
        return this;
    }

    public FlightStateBuilder direction(Direction direction) {
        this.direction = direction == Direction.DEPARTURE ? direction.label() : null;
        return this;
    }

    public FlightStateBuilder state(String state) {
        this.state = state;
        return this;
    }

    public FlightStateBuilder origin(String origin) {
        this.origin = origin;
        return this;
    }

    public FlightStateBuilder destination(String destination) {
        this.destination = destination;
        return this;
    }

    public FlightStateBuilder via(List<String> via) {
        this.via = via;
        return this;
    }

    public FlightStateBuilder scheduled(Instant scheduled) {
        this.scheduled = scheduled;
        return this;
    }

    public FlightStateBuilder estimated(Instant estimated) {
        this.estimated = estimated;
        return this;
    }

    public FlightStateBuilder actual(Instant actual) {
        this.actual = actual;
        return this;
    }

    public FlightStateBuilder arrival(String arrival) {
        this.arrival = arrival;
        return this;
    }

    public FlightStateBuilder departure(String departure) {
        this.departure = departure;
        return this;
    }

    public FlightStateBuilder airline(String airline) {
        this.airline = airline;
        return this;
    }

    public FlightStateBuilder terminal(String terminal) {
        this.terminal = terminal;
        return this;
    }

    public FlightStateBuilder gate(String gate) {
        this.gate = gate;
        return this;
    }

    public FlightStateBuilder belt(String belt) {
        this.belt = belt;
        return this;
    }

    public FlightStateBuilder desks(String desks) {
        this.desks = desks;
        return this;
    }

    public FlightStateBuilder remark(String remark) {
        this.remark = remark;
        return this;
    }

    public FlightStateBuilder codeshares(List<String> codeshares) {
        this.codeshares = codeshares;
        return this;
    }

    /** Throws {@link InvalidFlightState} unless the parts are a valid state. */
    public FlightState build() {
        return new FlightState(
                id,
                flight,
                direction,
                state,
                origin,
                destination,
                via,
                scheduled,
                estimated,
                actual,
                arrival,
                departure,
                airline,
                terminal,
                gate,
                belt,
                desks,
                remark,
                codeshares);
    }
}
