package dev.flightboard.feed;

import java.util.Optional;
import java.util.function.IntToLongFunction;

/**
 * The ends of the topic that the feed has to reach for the board to be live. One answer of Kafka stays the mark until it is
 * reached, although later answers follow. Under steady traffic, and when answers are slow, a mark that moved with each answer
 * would never be reached. Owned by the feed's thread.
 */
final class Horizon {

    private TopicView mark;
    private TopicView newest;

    /** Takes an answer of Kafka. One that does not know every end is ignored: the board cannot be called live by it. */
    void told(TopicView view) {
        if (!view.knowsAllEnds()) return;
        if (mark == null) mark = view;
        newest = view;
    }

    /** The latest answer whose ends are all reached; each answer is returned at most once. */
    Optional<TopicView> reached(IntToLongFunction position) {
        // The newest first: where a log was cut short, its end is below the mark.
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
