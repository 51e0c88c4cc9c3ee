package dev.flightboard.bridge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which flights have gone: those that were missing from several whole lists in a row. A list may be whole to all appearance
 * and lack a page that was moved while it was read, or be the empty one of an API that is being mended. Used by one thread.
 */
final class Absences {

    // Most of an airport does not go at once; what looks so is looked at for longer.
    private static final int TIMES_LONGER = 5;

    // Of a handful of flights, most may well go at once.
    private static final int MANY = 10;

    private final int lists;
    private final Map<String, Integer> missing = new HashMap<>();

    /** @param lists in how many lists in a row a flight must be missing */
    Absences(int lists) {
        this.lists = lists;
    }

    /** Those that have gone, after one more whole list. */
    Set<String> gone(Set<String> shown, Set<String> listed) {
        Set<String> absent = new HashSet<>(shown);
        absent.removeAll(listed);
        missing.keySet().retainAll(absent);
        boolean isMost = absent.size() > MANY && absent.size() > shown.size() / 2;
        int enough = isMost ? lists * TIMES_LONGER : lists;
        Set<String> gone = new HashSet<>();
        for (String id : absent) if (missing.merge(id, 1, Integer::sum) >= enough) gone.add(id);
        return gone;
    }
}
