package dev.flightboard.fanout;

import dev.flightboard.board.Cursor;
import dev.flightboard.board.Position;
import dev.flightboard.fanout.Frame.Kind;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import java.util.Optional;
import java.util.concurrent.Flow;

/**
 * One browser, and up to where it has been told. It has no queue: while there is demand it takes the frames that all share.
 * Without demand it falls behind, and at the next demand it asks the board for what has changed since. Owned by its event
 * loop.
 *
 * <p>Invariant ("current means told"): a subscriber is current only once what brings it there was handed down.
 */
final class Subscriber implements Flow.Subscription {

    private enum State {
        /** It was shown nothing yet: the board is not complete, or behind the cursor. */
        WAITING,
        BEHIND,
        CURRENT,
        ENDED
    }

    private final LoopSubscribers loop;
    private final View view;
    private final boolean compressed;
    private final Cursor cursor;
    private final MultiSubscriber<? super Frame> downstream;
    private State state = State.WAITING;
    private boolean patient = true;
    private boolean timed;
    private boolean warned;
    private Position told;
    private long demand;

    /** Its index in a list of {@link LoopSubscribers}, which alone sets and reads it. */
    int index;

    /**
     * @param cursor what the browser has seen; null for nothing
     * @param compressed whether it reads compressed text
     */
    Subscriber(
            LoopSubscribers loop,
            View view,
            Cursor cursor,
            boolean compressed,
            MultiSubscriber<? super Frame> downstream) {
        this.compressed = compressed;
        this.loop = loop;
        this.view = view;
        this.cursor = cursor != null && cursor.isOf(view.fingerprint()) ? cursor : null;
        this.downstream = downstream;
    }

    View view() {
        return view;
    }

    boolean isCompressed() {
        return compressed;
    }

    @Override
    public void request(long more) {
        demand += more;
        pull();
    }

    @Override
    public void cancel() {
        if (state == State.ENDED) return;
        state = State.ENDED;
        loop.remove(this);
    }

    /** Ends it, when a drain has come to it. */
    void complete() {
        if (state == State.ENDED) return;
        cancel();
        downstream.onCompletion();
    }

    private void fail(Throwable failure) {
        if (state == State.ENDED) return;
        cancel();
        downstream.onFailure(failure);
    }

    /** Offers a frame that goes to all who watch this view. If anything fails, this subscriber ends, and no other. */
    void offer(Frame frame) {
        try {
            take(frame);
        } catch (Throwable failure) {
            fail(failure);
        }
    }

    private void take(Frame frame) {
        if (state == State.WAITING) {
            boolean noBoard = !loop.catchUps().moment().head().complete();
            if (frame.kind() == Kind.HEARTBEAT && noBoard && demand > 0) tellNotYet();
            return;
        }
        // It was encoded before this subscriber got a later head from the board: its states and its cursor are old.
        if (state != State.CURRENT || frame.to().revision() < told.revision()) return;
        boolean news = frame.to().revision() > told.revision()
                || frame.from().revision() == frame.to().revision();
        if (demand > 0 && news) {
            emit(frame, State.CURRENT);
        } else if (news && frame.kind() == Kind.NEWS) {
            // It was told all up to where the frame begins.
            if (frame.from().revision() > told.revision()) told = frame.from();
            state = State.BEHIND;
        }
    }

    /** What was meant for it could not be encoded, or was lost: it asks the board for itself. */
    void missed() {
        if (state == State.CURRENT) state = State.BEHIND;
        pull();
    }

    /** Asks the board for what it has not been told, if there is demand. */
    void pull() {
        try {
            if (state == State.WAITING && demand > 0) begin();
            if (state == State.BEHIND && demand > 0) emit(loop.catchUps().since(view, told), State.CURRENT);
        } catch (Throwable failure) {
            fail(failure);
        }
    }

    private void begin() {
        CatchUps now = loop.catchUps();
        if (!now.moment().head().complete()) {
            loop.addWaiting(this);
            if (warned) return;
            // Set before it is told: downstream may request the next frame at once, and this is called again.
            warned = true;
            tellNotYet();
            return;
        }
        Optional<Frame> missed = cursor == null ? Optional.of(now.snapshot(view)) : now.since(view, cursor);
        if (missed.isEmpty() && patient) {
            loop.addWaiting(this);
            if (!timed) loop.afterAheadWait(this::stopWaiting);
            timed = true;
            return;
        }
        Frame first = missed.orElseGet(() -> now.snapshot(view));
        // A snapshot may be a little behind, and does not say whether the board is live.
        emit(first, first.kind() == Kind.SNAPSHOT ? State.BEHIND : State.CURRENT);
    }

    private void tellNotYet() {
        emit(loop.catchUps().notYet(view), State.WAITING);
    }

    private void stopWaiting() {
        patient = false;
        if (state == State.WAITING) pull();
    }

    private void emit(Frame frame, State next) {
        demand--;
        state = next;
        if (frame.to() != null) told = frame.to();
        downstream.onItem(frame);
    }
}
