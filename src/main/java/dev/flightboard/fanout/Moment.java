package dev.flightboard.fanout;

import dev.flightboard.board.Freshness;
import dev.flightboard.board.Head;
import java.time.Instant;

/**
 * The head that subscribers are told from one flush of the hub to the next, and whether it may be out of date. Immutable.
 *
 * @param staleSince since when the head may be out of date; null while it is live
 */
record Moment(Head head, Instant staleSince) {

    static Moment of(Head head, Freshness freshness) {
        return new Moment(head, freshness.staleSince(head).orElse(null));
    }

    boolean isStale() {
        return staleSince != null;
    }
}
