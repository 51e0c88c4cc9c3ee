package dev.flightboard.fanout;

import dev.flightboard.board.Cursor;
import dev.flightboard.board.Position;
import dev.flightboard.fanout.Frame.Kind;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import java.util.Optional;
import java.util.concurrent.Flow;

/**
 * One browser's stand on the board. It holds no queue: while there is demand it takes the frames that all share; without,
 * it falls behind, and at the next demand asks the board for what has changed since its position. Owned by the thread of
 * its event loop, on which it is created, asked and cancelled.
 *
 * <p>Invariant ("current means told"): a subscriber is current only once what brings it there was handed down.
 */
final class Subscriber implements Flow.Subscription {

    private enum State {
        /** Not yet shown anything: the board is not complete, or behind the cursor. */
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

    /** Where this stands in its loop's list; the loop's. */
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

    /** Ends it at a time of the hub's choosing. */
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

    /** A frame that goes to all who watch this view. Whatever fails is this subscriber's end, and nobody else's. */
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
        // Encoded before this took a later head from the board: neither its states nor its cursor are news.
        if (state != State.CURRENT || frame.to().revision() < told.revision()) return;
        boolean news = frame.to().revision() > told.revision()
                || frame.from().revision() == frame.to().revision();
        if (demand > 0 && news) {
            emit(frame, State.CURRENT);
        } else if (news && frame.kind() == Kind.NEWS) {
            // All up to where the frame begins it was told.
            if (frame.from().revision() > told.revision()) told = frame.from();
            state = State.BEHIND;
        }
    }

    /** What was meant for it could not be encoded for all: it asks for itself. */
    void missed() {
        if (state == State.CURRENT) state = State.BEHIND;
        pull();
    }

    /** Takes what the board has for it, as far as there is demand. */
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
            // Before it is told: it may ask for more at once.
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
        // A snapshot may be a little behind, and says nothing of where the board stands.
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
