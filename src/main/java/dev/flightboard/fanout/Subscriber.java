package dev.flightboard.fanout;

import dev.flightboard.board.Changes;
import dev.flightboard.board.Cursor;
import dev.flightboard.board.Head;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/**
 * One browser's place on the board. It holds no queue: while there is demand it takes the frames that all share; without,
 * it falls behind, and at the next demand asks the board for what has changed since its revision. Owned by the thread of
 * its event loop, on which it is created, asked and cancelled.
 */
final class Subscriber implements Flow.Subscription {

    private enum Place {
        /** Not yet shown anything: the board is not complete, or behind the cursor. */
        WAITING,
        BEHIND,
        CURRENT,
        ENDED
    }

    private final Hub hub;
    private final LoopSubscribers lane;
    private final View view;
    private final MultiSubscriber<? super Frame> downstream;
    private Cursor cursor;
    private Place place = Place.WAITING;
    private boolean patient = true;
    private boolean timed;
    private boolean warned;
    private long revision;
    private long demand;

    /** Where this stands in its lane's list; the lane's. */
    int index;

    /** @param cursor what the browser has seen; null for nothing */
    Subscriber(Hub hub, LoopSubscribers lane, View view, Cursor cursor, MultiSubscriber<? super Frame> downstream) {
        this.hub = hub;
        this.lane = lane;
        this.view = view;
        this.cursor = cursor != null && cursor.isOf(view.fingerprint()) ? cursor : null;
        this.downstream = downstream;
    }

    View view() {
        return view;
    }

    @Override
    public void request(long more) {
        demand += more;
        pull();
    }

    @Override
    public void cancel() {
        if (place == Place.ENDED) return;
        place = Place.ENDED;
        lane.remove(this);
        hub.leave(view);
    }

    /** Ends it at a time of the hub's choosing. */
    void complete() {
        if (place == Place.ENDED) return;
        cancel();
        downstream.onCompletion();
    }

    /** A frame that goes to all who watch this view. */
    void offer(Frame frame) {
        // Handed over before this took a later head from the board: neither its states nor its cursor are news.
        if (frame.to() < revision) return;
        if (frame.heartbeat()) {
            if (demand > 0 && place == Place.CURRENT) emit(frame);
            else if (demand > 0 && place == Place.WAITING) emit(frame.comment());
        } else if (place == Place.CURRENT && (frame.to() > revision || frame.since() == frame.to())) {
            if (demand > 0) {
                emit(frame);
            } else {
                revision = Math.max(revision, frame.since());
                place = Place.BEHIND;
            }
        }
    }

    /** Takes what the board has for it, as far as there is demand. */
    void pull() {
        if (place == Place.WAITING && demand > 0) begin();
        if (place == Place.BEHIND && demand > 0) {
            place = Place.CURRENT;
            CatchUpCache now = hub.answers();
            Changes missed = hub.board().since(revision, now.head());
            hub.metrics()
                    .conflated(now.head().revision() - revision - missed.all().size());
            emit(now.catchUp(view, revision, missed));
        }
    }

    private void begin() {
        CatchUpCache now = hub.answers();
        Head head = now.head();
        if (!head.complete()) {
            lane.addWaiting(this);
            if (warned) return;
            // Before it is told: it may ask for more at once.
            warned = true;
            emit(hub.encoder().notYet(view, head));
            return;
        }
        Optional<Changes> missed =
                cursor == null ? Optional.empty() : hub.board().since(cursor, head);
        if (cursor != null && missed.isEmpty() && patient) {
            lane.addWaiting(this);
            if (!timed) lane.loop().schedule(this::loseHope, hub.aheadWaitMillis(), TimeUnit.MILLISECONDS);
            timed = true;
        } else if (missed.isPresent() && !missed.get().reset()) {
            place = Place.CURRENT;
            emit(now.catchUp(view, cursor, missed.get()));
        } else {
            place = Place.BEHIND;
            emit(hub.snapshot(view));
        }
    }

    private void loseHope() {
        patient = false;
        if (place == Place.WAITING) pull();
    }

    private void emit(Frame frame) {
        demand--;
        revision = frame.to();
        downstream.onItem(frame);
    }
}
