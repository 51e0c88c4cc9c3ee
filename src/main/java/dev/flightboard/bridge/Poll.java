package dev.flightboard.bridge;

import dev.flightboard.flight.FlightState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one poll has found out.
 *
 * @param flights those that are in the list and can be shown
 * @param listed the ids of all that are in the list, as far as they can be told
 * @param trouble why this may not be the whole list; null where it is: then what is not listed has gone
 * @param faults what is wrong with entries, some of it
 * @param retryAfter how long the API asks not to be asked; zero where it does not say
 */
record Poll(
        Map<String, FlightState> flights,
        Set<String> listed,
        String trouble,
        List<String> faults,
        Duration retryAfter) {

    boolean isWhole() {
        return trouble == null;
    }
}
