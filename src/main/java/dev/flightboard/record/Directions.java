package dev.flightboard.record;

import dev.flightboard.flight.Direction;
import java.util.Locale;

/** Brings the names that feeds have for directions to the contract's two. */
final class Directions {

    // Longer than the longest that is known: a text may be as long as a record.
    private static final int MAX_LENGTH = 16;

    private Directions() {}

    /** Null if it is none. Of a clean text. */
    static Direction of(String text) {
        if (text.length() > MAX_LENGTH) return null;
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "arrival", "arrivals", "arriving", "arr", "a", "inbound", "in" -> Direction.ARRIVAL;
            case "departure", "departures", "departing", "dep", "d", "outbound", "out" -> Direction.DEPARTURE;
            default -> null;
        };
    }
}
