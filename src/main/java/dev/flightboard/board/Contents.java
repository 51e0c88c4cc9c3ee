package dev.flightboard.board;

import java.util.List;
import org.pcollections.TreePMap;

/**
 * What is known of every flight of one topic at one moment: by id, by where in the topic it was read, and by when the clock
 * alone changed it. Immutable; it shares nearly all with the one before it.
 *
 * @param byOffset for each partition
 * @param turned flights that the clock alone has changed
 * @param flights how many are on the board
 * @param nextTurn when the clock alone may change a flight next, epoch ms
 */
record Contents(
        TreePMap<String, Entry> byId,
        List<TreePMap<Long, Entry>> byOffset,
        TreePMap<Turn, Entry> turned,
        int flights,
        long nextTurn) {

    /** A moment at which the clock alone changes a flight. */
    record Turn(long at, String id) implements Comparable<Turn> {
        @Override
        public int compareTo(Turn other) {
            int order = Long.compare(at, other.at);
            return order != 0 ? order : id.compareTo(other.id);
        }
    }
}
