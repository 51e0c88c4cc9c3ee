package dev.flightboard.fanout;

import dev.flightboard.board.Changes;
import dev.flightboard.board.Cursor;
import dev.flightboard.board.Position;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The frames that bring subscribers up to one moment, each from the point up to which it was told. Subscribers with the same
 * point, as those that were cut off together, share one frame. Replaced with its moment. Any thread.
 */
final class CatchUps {

    // Subscribers that were cut off together have one point, or a few that are a frame apart. More would be memory: a
    // frame can be a whole board.
    private static final int MAX_KEPT = 8;

    private final Moment moment;
    private final Encoder encoder;
    private final Snapshots snapshots;
    private final Clock clock;
    private final FanoutMetrics metrics;
    private final Map<Asked, Frame> kept = new ConcurrentHashMap<>();

    /** @param since a Position or a Cursor */
    private record Asked(View view, Object since) {}

    CatchUps(Moment moment, Encoder encoder, Snapshots snapshots, Clock clock, FanoutMetrics metrics) {
        this.moment = moment;
        this.encoder = encoder;
        this.snapshots = snapshots;
        this.clock = clock;
        this.metrics = metrics;
    }

    Moment moment() {
        return moment;
    }

    /** For a subscriber that was told all up to a position on this replica. */
    Frame since(View view, Position told) {
        return kept(new Asked(view, told), () -> {
            Changes missed = moment.head().since(told);
            metrics.conflated(
                    moment.head().revision() - told.revision() - missed.all().size());
            return missed;
        });
    }

    /** For a subscriber with a cursor: the changes, or a snapshot. Empty while this replica is behind the cursor. */
    Optional<Frame> since(View view, Cursor cursor) {
        Asked asked = new Asked(view, cursor);
        if (kept.containsKey(asked)) return Optional.of(kept.get(asked));
        return moment.head()
                .since(cursor, clock.instant())
                .map(missed -> missed.reset() ? snapshot(view) : kept(asked, () -> missed));
    }

    /** The whole board, perhaps as it was a little before this moment; the changes since then must follow. */
    Frame snapshot(View view) {
        return snapshots.of(view, moment.head());
    }

    /** For a subscriber that cannot be shown a board yet. */
    Frame notYet(View view) {
        return encoder.notYet(view, moment);
    }

    private Frame kept(Asked asked, Supplier<Changes> missed) {
        Frame known = kept.get(asked);
        if (known != null) return known;
        Frame frame = encoder.catchUp(asked.view, missed.get(), moment);
        if (kept.size() < MAX_KEPT) kept.putIfAbsent(asked, frame);
        return frame;
    }
}
