package dev.flightboard.feed;

import java.time.Clock;
import java.time.Instant;

/**
 * One answer of Kafka about the topic: which topic it is, and where its partitions end. Immutable.
 *
 * @param identity tells it from another topic of the same name: the lower half of Kafka's topic id, 62 random bits
 * @param ends the end offset of each partition; {@link #UNKNOWN} where Kafka did not say
 * @param missing why an end is unknown; null where all are known
 * @param uncommitted how many records open transactions hold back; too few where an end is unknown
 * @param askedAt when Kafka was asked, in nanoseconds of the clock that only goes forward
 */
record TopicView(long identity, long[] ends, Throwable missing, long uncommitted, long askedAt) {

    static final long UNKNOWN = -1;

    /** When Kafka was asked, by a clock as it is now: if it was set since, that makes no difference. */
    Instant askedAt(Clock clock) {
        return clock.instant().minusNanos(System.nanoTime() - askedAt);
    }

    int partitions() {
        return ends.length;
    }

    boolean knowsAllEnds() {
        return missing == null;
    }
}
