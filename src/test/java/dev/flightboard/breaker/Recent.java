package dev.flightboard.breaker;

import java.util.ArrayList;
import java.util.List;

/** The last things that one client met, for somebody who looks for the cause of a breach. Owned by the clients' thread. */
final class Recent {

    // Ten seconds and more of a whole board under load.
    private static final int SIZE = 1_500;

    private final String[] texts = new String[SIZE];
    private final long[] times = new long[SIZE];
    private int next;

    void add(String text, long at) {
        texts[next % SIZE] = text;
        times[next % SIZE] = at;
        next++;
    }

    /** Oldest first, each with its time in epoch milliseconds. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int each = Math.max(0, next - SIZE); each < next; each++) {
            lines.add(times[each % SIZE] + " " + texts[each % SIZE].replace("\n", " | "));
        }
        return lines;
    }
}
