package dev.flightboard.board;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Says whether a board may be out of date: whether the last moment at which it held all that the topic held is too long
 * ago. Follows from a head and the time alone, so that nothing that waits for Kafka can delay it. Any thread.
 */
public final class Freshness {

    private final long patienceNanos;
    private final LongSupplier nanos;

    /** @param nanos a clock that only goes forward */
    public Freshness(Duration patience, LongSupplier nanos) {
        this.patienceNanos = patience.toNanos();
        this.nanos = nanos;
    }

    /** Since when the board may be out of date; null while it is live. */
    public Instant staleSince(Head head) {
        return head.complete() && nanosLeft(head) > 0 ? null : head.asOf();
    }

    /** How long the board stays live if nothing more is heard; zero or less where it is stale. */
    public long nanosLeft(Head head) {
        return head.heardNanos() + patienceNanos - nanos.getAsLong();
    }

    /** The age of the last moment at which the board held all that the topic held. */
    public Duration age(Head head) {
        return Duration.ofNanos(nanos.getAsLong() - head.heardNanos());
    }
}
