package dev.flightboard.flight;

import java.time.Instant;
import java.util.List;

/**
 * The whole current state of one flight leg, as the topic holds it and browsers show it. Valid by construction: required
 * texts are present and every text is within its bounds, else {@link InvalidFlightState}. Absent optional parts are null.
 *
 * @param id the leg's id, the record's key: 1–128 characters
 * @param flight designator, such as {@code BA123}
 * @param direction {@code departure}, or null for an arrival: this is what JSON has, whoever writes it
 * @param state {@code [a-z][a-z-]{0,31}}, an open vocabulary; known of an arrival: scheduled, departed, landing, landed,
 *     arrived, bags, closed, diverted, cancelled; of a departure: scheduled, check-in, boarding, final-call, gate-closed,
 *     departed, cancelled
 * @param origin IATA code or city
 * @param destination IATA code or city
 * @param via the same of each stop between, at most 4
 * @param scheduled scheduled in-block time of an arrival (A-CDM: SIBT), off-block time of a departure (SOBT)
 * @param estimated estimated in-block or off-block time (EIBT, EOBT)
 * @param actual actual in-block or off-block time (AIBT, AOBT)
 * @param arrival the scheduled time as people at the airport read it, {@code HH:mm}
 * @param departure the same of a departure
 * @param desks where passengers check in, such as {@code 101-110}
 * @param remark free text for passengers
 * @param codeshares further designators of the same leg, at most 16
 */
public record FlightState(
        String id,
        String flight,
        String direction,
        String state,
        String origin,
        String destination,
        List<String> via,
        Instant scheduled,
        Instant estimated,
        Instant actual,
        String arrival,
        String departure,
        String airline,
        String terminal,
        String gate,
        String belt,
        String desks,
        String remark,
        List<String> codeshares) {

    public static final int MAX_ID_LENGTH = 128;
    public static final int MAX_TEXT_LENGTH = 64;
    public static final int MAX_CODESHARES = 16;
    public static final int MAX_VIA = 4;

    public static final int MAX_STATE_LENGTH = 32;

    public FlightState {
        checkId(id);
        if (flight == null) throw new InvalidFlightState("flight", "is missing");
        if (state == null) throw new InvalidFlightState("state", "is missing");
        if (!isState(state)) throw new InvalidFlightState("state", "is not [a-z][a-z-]{0,31}");
        if (direction != null && !direction.equals(Direction.DEPARTURE.label())) {
            throw new InvalidFlightState("direction", "is not departure");
        }
        Checks.clock("arrival", arrival);
        Checks.clock("departure", departure);
        Checks.text("flight", flight);
        Checks.text("origin", origin);
        Checks.text("destination", destination);
        Checks.text("airline", airline);
        Checks.text("terminal", terminal);
        Checks.text("gate", gate);
        Checks.text("belt", belt);
        Checks.text("desks", desks);
        Checks.text("remark", remark);
        Checks.year("scheduled", scheduled);
        Checks.year("estimated", estimated);
        Checks.year("actual", actual);
        via = Checks.list("via", via, MAX_VIA);
        codeshares = Checks.list("codeshares", codeshares, MAX_CODESHARES);
    }

    public static FlightStateBuilder of(String id) {
        return new FlightStateBuilder(id);
    }

    /** The same, for some parts of it to be changed. */
    public FlightStateBuilder with() {
        return of(id).flight(flight)
                .direction(departs() ? Direction.DEPARTURE : Direction.ARRIVAL)
                .state(state)
                .origin(origin)
                .destination(destination)
                .via(via)
                .scheduled(scheduled)
                .estimated(estimated)
                .actual(actual)
                .arrival(arrival)
                .departure(departure)
                .airline(airline)
                .terminal(terminal)
                .gate(gate)
                .belt(belt)
                .desks(desks)
                .remark(remark)
                .codeshares(codeshares);
    }

    public boolean departs() {
        return direction != null;
    }

    /** Whether the text is {@code [a-z][a-z-]{0,31}}; by hand, for a feed asks it of every record. */
    public static boolean isState(String text) {
        int length = text.length();
        if (length == 0 || length > MAX_STATE_LENGTH || text.charAt(0) == '-') return false;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if ((c < 'a' || c > 'z') && c != '-') return false;
        }
        return true;
    }

    /** Whether the text is a clock time, {@code HH:mm}. */
    public static boolean isClock(String text) {
        return text.length() == 5 && text.charAt(2) == ':' && number(text, 0) <= 23 && number(text, 3) <= 59;
    }

    private static int number(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? Integer.MAX_VALUE : 10 * tens + ones;
    }

    /** Throws {@link InvalidFlightState} unless the text can be a flight's id. */
    public static void checkId(String id) {
        if (id == null || id.isEmpty()) throw new InvalidFlightState("id", "is missing");
        if (id.length() > MAX_ID_LENGTH) {
            throw new InvalidFlightState("id", "is longer than " + MAX_ID_LENGTH + " characters");
        }
        Checks.characters("id", id);
    }
}
