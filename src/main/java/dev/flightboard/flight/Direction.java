package dev.flightboard.flight;

import java.util.Locale;

/** Which way a flight goes, seen from the airport whose board it is on. */
public enum Direction {
    ARRIVAL,
    DEPARTURE;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** Its name in JSON and in filters. */
    public String label() {
        return label;
    }
}
