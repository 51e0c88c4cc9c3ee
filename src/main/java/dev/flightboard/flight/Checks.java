package dev.flightboard.flight;

import java.time.Instant;
import java.util.List;

/** What each part of a {@link FlightState} must be; throws {@link InvalidFlightState} where it is not. Absent parts are null. */
final class Checks {

    private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

    private Checks() {}

    static List<String> list(String field, List<String> texts, int most) {
        if (texts == null) return List.of();
        for (String each : texts) {
            if (each == null) throw new InvalidFlightState(field, "holds a null");
            text(field, each);
        }
        List<String> copy = List.copyOf(texts);
        if (copy.size() > most) throw new InvalidFlightState(field, "has more than " + most + " entries");
        return copy;
    }

    static void clock(String field, String clock) {
        if (clock != null && !FlightState.isClock(clock)) throw new InvalidFlightState(field, "is not HH:mm");
    }

    static void text(String field, String text) {
        if (text == null) return;
        if (text.isEmpty()) throw new InvalidFlightState(field, "is empty");
        if (text.length() > FlightState.MAX_TEXT_LENGTH) {
            throw new InvalidFlightState(field, "is longer than " + FlightState.MAX_TEXT_LENGTH + " characters");
        }
        characters(field, text);
    }

    static void characters(String field, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) throw new InvalidFlightState(field, "holds a control character");
            if (Character.isSurrogate(c) && !Character.isSupplementaryCodePoint(text.codePointAt(i++))) {
                throw new InvalidFlightState(field, "holds half a surrogate pair");
            }
        }
    }

    // Four digits are what every reader of ISO-8601 understands; the format has no agreed form beyond them.
    static void year(String field, Instant time) {
        if (time != null && (time.isBefore(YEAR_0) || !time.isBefore(YEAR_10000))) {
            throw new InvalidFlightState(field, "is outside the years 0000 to 9999");
        }
    }
}
