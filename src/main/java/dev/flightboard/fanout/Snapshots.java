package dev.flightboard.fanout;

import dev.flightboard.board.Head;

/** Whole boards as frames. The one without filters is shared by all who join at about the same time. Any thread. */
final class Snapshots {

    private final Encoder encoder;
    private final FanoutMetrics metrics;
    private Frame recent;

    Snapshots(Encoder encoder, FanoutMetrics metrics) {
        this.encoder = encoder;
        this.metrics = metrics;
    }

    /** The board at this head, or as it was a little before. */
    Frame of(View view, Head head) {
        return view.isWholeBoard() ? shared(head) : encoder.snapshot(view, head);
    }

    private synchronized Frame shared(Head head) {
        // As long as fewer flights have changed since, to tell those costs less than to encode the board again.
        long tolerated = 64 + head.flights() / 8;
        if (recent == null || recent.to().revision() < head.revision() - tolerated || !head.remembers(recent.to())) {
            recent = encoder.snapshot(View.WHOLE_BOARD, head);
            metrics.snapshotEncoded();
        }
        return recent;
    }
}
