package dev.flightboard.board;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Says whether a board may be out of date, by one thing alone: how long ago it last held all that the topic held. So a part
 * that waits for Kafka cannot delay the answer. Any thread.
 */
public final class Freshness {

    private final Duration patience;
    private final LongSupplier nanos;

    /**
     * @param patience the age up to which a board is live
     * @param nanos of a clock that only goes forward, the board's own
     */
    public Freshness(Duration patience, LongSupplier nanos) {
        this.patience = patience;
        this.nanos = nanos;
    }

    /** How long ago the board last held all that the topic held. */
    public Duration age(Head head) {
        return Duration.ofNanos(nanos.getAsLong() - head.heldAt());
    }

    /** Since when the board may be out of date; empty while it is live. */
    public Optional<Instant> staleSince(Head head) {
        return head.complete() && age(head).compareTo(patience) <= 0 ? Optional.empty() : Optional.of(head.asOf());
    }

    /** How long the board stays live if nothing more is heard; zero once it is stale. */
    public Duration left(Head head) {
        Duration left = patience.minus(age(head));
        return head.complete() && !left.isNegative() ? left : Duration.ZERO;
    }
}
