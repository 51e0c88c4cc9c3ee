package dev.flightboard.stream;

import dev.flightboard.flight.FlightState;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The part of the board that a subscriber asked for: for each field named, one of the values given. Equal filters are
 * equal views, whatever the order they were written in.
 */
record View(Map<String, Set<String>> wanted) {

    static final View WHOLE_BOARD = new View(Map.of());

    // A page lists a handful of terminals or airlines; each distinct view costs the hub a look at every change.
    static final int MAX_VALUES = 32;

    private static final Map<String, Function<FlightState, String>> FIELDS = Map.of(
            "flight", FlightState::flight,
            "origin", FlightState::origin,
            "terminal", FlightState::terminal,
            "airline", FlightState::airline);

    /** Reads {@code flight}, {@code origin}, {@code terminal} and {@code airline}, each repeatable; ignores the rest. */
    static View of(MultivaluedMap<String, String> query) {
        Map<String, Set<String>> wanted = new TreeMap<>();
        int values = 0;
        for (String field : FIELDS.keySet()) {
            List<String> given = query.get(field);
            if (given == null) continue;
            for (String value : given) {
                // A form that was cleared asks for nothing in particular.
                if (value.isEmpty()) continue;
                if (value.length() > FlightState.MAX_TEXT_LENGTH || ++values > MAX_VALUES) {
                    throw refused(field);
                }
                wanted.computeIfAbsent(field, any -> new TreeSet<>()).add(value);
            }
        }
        return wanted.isEmpty() ? WHOLE_BOARD : new View(wanted);
    }

    private static BadRequestException refused(String field) {
        return new BadRequestException(Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.TEXT_PLAIN)
                .entity("filters take up to %d values of up to %d characters; look at %s%n"
                        .formatted(MAX_VALUES, FlightState.MAX_TEXT_LENGTH, field))
                .build());
    }

    boolean isWholeBoard() {
        return wanted.isEmpty();
    }

    boolean shows(FlightState state) {
        for (Map.Entry<String, Set<String>> each : wanted.entrySet()) {
            String value = FIELDS.get(each.getKey()).apply(state);
            if (value == null || !each.getValue().contains(value)) return false;
        }
        return true;
    }

    /** Tells a cursor issued for another view from one issued for this; 0 is the whole board's. */
    int fingerprint() {
        // String.hashCode is specified, so that replicas agree; the low bits are what a cursor carries.
        return isWholeBoard() ? 0 : (wanted.toString().hashCode() * 0x9E3779B9) >>> 8 | 1;
    }
}
