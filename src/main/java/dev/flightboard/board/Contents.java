package dev.flightboard.board;

import java.util.List;
import org.pcollections.TreePMap;

/**
 * The entries of all flights of one topic at one moment, in three orders: by id, by the offset of their newest record, and by
 * the time at which the clock alone changed them. Immutable; it shares nearly all of its memory with the one before it.
 *
 * @param byOffset for each partition, the flights that have a record in it
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

    /** A moment at which the clock alone changes a flight: it becomes too old, or its record's time begins to count. */
    record Turn(long at, String id) implements Comparable<Turn> {
        @Override
        public int compareTo(Turn other) {
            int order = Long.compare(at, other.at);
            return order != 0 ? order : id.compareTo(other.id);
        }
    }
}
