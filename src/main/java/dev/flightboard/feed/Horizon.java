package dev.flightboard.feed;

import java.util.Optional;
import java.util.function.IntToLongFunction;

/**
 * The ends that have to be reached for the board to be live. One answer of Kafka's stays the mark until it is reached,
 * however many follow: under steady traffic and slow answers, a mark that moves with each of them would never be reached.
 * Owned by the feed's thread.
 */
final class Horizon {

    private TopicView mark;
    private TopicView newest;

    /** An answer that does not know every end can say neither that the board is live nor that it is not. */
    void told(TopicView view) {
        if (!view.knowsAllEnds()) return;
        if (mark == null) mark = view;
        newest = view;
    }

    /** The latest answer of which every end is reached; each at most once. */
    Optional<TopicView> reached(IntToLongFunction position) {
        // A log that was cut short has an end below the mark.
        if (isReached(newest, position)) {
            TopicView reached = newest;
            forget();
            return Optional.of(reached);
        }
        if (isReached(mark, position)) {
            TopicView reached = mark;
            mark = newest;
            return Optional.of(reached);
        }
        return Optional.empty();
    }

    void forget() {
        mark = null;
        newest = null;
    }

    private static boolean isReached(TopicView view, IntToLongFunction position) {
        if (view == null) return false;
        for (int partition = 0; partition < view.partitions(); partition++) {
            if (position.applyAsLong(partition) < view.ends()[partition]) return false;
        }
        return true;
    }
}
