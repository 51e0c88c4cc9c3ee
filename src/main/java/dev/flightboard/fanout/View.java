package dev.flightboard.fanout;

import dev.flightboard.flight.FlightState;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The part of the board that a subscriber asked for: flights that have, for each field that is named, one of its values. The
 * same filters in another order are an equal view.
 */
public record View(Map<String, Set<String>> wanted) {

    public static final View WHOLE_BOARD = new View(Map.of());

    /** The fields that can be filtered by. */
    private static final Map<String, Function<FlightState, String>> FIELDS = Map.of(
            "flight", FlightState::flight,
            "origin", FlightState::origin,
            "terminal", FlightState::terminal,
            "airline", FlightState::airline);

    /** The names of the fields that can be filtered by. */
    public static Set<String> fields() {
        return FIELDS.keySet();
    }

    public boolean isWholeBoard() {
        return wanted.isEmpty();
    }

    public boolean shows(FlightState state) {
        for (Map.Entry<String, Set<String>> each : wanted.entrySet()) {
            String value = FIELDS.get(each.getKey()).apply(state);
            if (value == null || !each.getValue().contains(value)) return false;
        }
        return true;
    }

    /** A number by which a cursor shows for which view it was issued; 0 for the whole board. */
    public int fingerprint() {
        // Java specifies String.hashCode, so all replicas compute the same; a cursor has room for 24 bits.
        return isWholeBoard() ? 0 : (wanted.toString().hashCode() * 0x9E3779B9) >>> 8 | 1;
    }
}
