package dev.flightboard.flight;

import java.time.Instant;
import java.util.List;

/**
 * The whole current state of one flight leg, as the topic holds it and browsers show it. Valid by construction: required
 * texts are present and every text is within its bounds, else {@link InvalidFlightState}. Absent optional parts are null.
 *
 * @param id the leg's id, the record's key: 1–128 characters
 * @param flight designator, such as {@code BA123}
 * @param state {@code [a-z][a-z-]{0,31}}, an open vocabulary; known: scheduled, departed, landing, landed, arrived, bags,
 *     closed, diverted, cancelled
 * @param origin IATA code or city
 * @param scheduled scheduled in-block time (A-CDM: SIBT)
 * @param estimated estimated in-block time (EIBT)
 * @param actual actual in-block time (AIBT)
 * @param arrival the scheduled time as people at the airport read it, {@code HH:mm}
 * @param codeshares further designators of the same leg, at most 16
 */
public record FlightState(
        String id,
        String flight,
        String state,
        String origin,
        Instant scheduled,
        Instant estimated,
        Instant actual,
        String arrival,
        String airline,
        String terminal,
        String gate,
        String belt,
        List<String> codeshares) {

    public static final int MAX_ID_LENGTH = 128;
    public static final int MAX_TEXT_LENGTH = 64;
    public static final int MAX_CODESHARES = 16;

    public static final int MAX_STATE_LENGTH = 32;

    private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

    public FlightState {
        checkId(id);
        if (flight == null) throw new InvalidFlightState("flight", "is missing");
        if (state == null) throw new InvalidFlightState("state", "is missing");
        if (!isState(state)) throw new InvalidFlightState("state", "is not [a-z][a-z-]{0,31}");
        if (arrival != null && !isClock(arrival)) {
            throw new InvalidFlightState("arrival", "is not HH:mm");
        }
        checkText("flight", flight);
        checkText("origin", origin);
        checkText("airline", airline);
        checkText("terminal", terminal);
        checkText("gate", gate);
        checkText("belt", belt);
        checkYear("scheduled", scheduled);
        checkYear("estimated", estimated);
        checkYear("actual", actual);
        if (codeshares == null) codeshares = List.of();
        for (String each : codeshares) {
            if (each == null) throw new InvalidFlightState("codeshares", "holds a null");
            checkText("codeshares", each);
        }
        codeshares = List.copyOf(codeshares);
        if (codeshares.size() > MAX_CODESHARES) {
            throw new InvalidFlightState("codeshares", "has more than " + MAX_CODESHARES + " entries");
        }
    }

    public static FlightStateBuilder of(String id) {
        return new FlightStateBuilder(id);
    }

    /** The same, for some parts of it to be changed. */
    public FlightStateBuilder with() {
        return of(id).flight(flight)
                .state(state)
                .origin(origin)
                .scheduled(scheduled)
                .estimated(estimated)
                .actual(actual)
                .arrival(arrival)
                .airline(airline)
                .terminal(terminal)
                .gate(gate)
                .belt(belt)
                .codeshares(codeshares);
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
        checkCharacters("id", id);
    }

    private static void checkText(String field, String text) {
        if (text == null) return;
        if (text.isEmpty()) throw new InvalidFlightState(field, "is empty");
        if (text.length() > MAX_TEXT_LENGTH) {
            throw new InvalidFlightState(field, "is longer than " + MAX_TEXT_LENGTH + " characters");
        }
        checkCharacters(field, text);
    }

    private static void checkCharacters(String field, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) throw new InvalidFlightState(field, "holds a control character");
            if (Character.isSurrogate(c) && !Character.isSupplementaryCodePoint(text.codePointAt(i++))) {
                throw new InvalidFlightState(field, "holds half a surrogate pair");
            }
        }
    }

    // Four digits are what every reader of ISO-8601 understands; the format has no agreed form beyond them.
    private static void checkYear(String field, Instant time) {
        if (time != null && (time.isBefore(YEAR_0) || !time.isBefore(YEAR_10000))) {
            throw new InvalidFlightState(field, "is outside the years 0000 to 9999");
        }
    }
}
