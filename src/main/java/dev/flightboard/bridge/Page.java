package dev.flightboard.bridge;

import dev.flightboard.flight.FlightState;
import dev.flightboard.record.Excerpt;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One page of a list.
 *
 * @param flights those that can be shown, by id; of two with one id, the first
 * @param unreadable ids of those that are in the list and cannot be shown
 * @param faults what is wrong with entries, some of it
 * @param nameless whether entries are in the list of which not even the id can be told
 * @param entries how many there are in all
 * @param next where the list goes on; null where it ends
 */
record Page(
        Map<String, FlightState> flights,
        Set<String> unreadable,
        List<String> faults,
        boolean nameless,
        int entries,
        URI next) {

    /** What is wrong where two entries differ and have one id. */
    static String twins(String id) {
        return "two entries have the key " + Excerpt.of(id);
    }

    /** Whether it brings nothing that is not known. */
    boolean holdsOnly(Set<String> known) {
        boolean isEmpty = flights.isEmpty() && unreadable.isEmpty();
        return !isEmpty && known.containsAll(flights.keySet()) && known.containsAll(unreadable);
    }
}
