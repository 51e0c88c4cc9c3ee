package dev.flightboard.fanout;

import dev.flightboard.board.Board.Applied;
import dev.flightboard.board.Head;
import java.util.ArrayList;
import java.util.List;

/** The changes that the feed has published and the hub has not taken yet. Filled by the feed's thread, emptied by the hub's. */
final class ChangeBuffer {

    // A bound of memory: a hub that is this far behind the feed tells only the newest state of each flight.
    private static final int MAX_CHANGES = 10_000;

    private Head head;
    private List<Applied> changes = new ArrayList<>();
    private boolean overflowed;
    private boolean fresh;
    private boolean closed;

    /**
     * @param overflowed true where there were too many changes to keep; then {@code changes} is not all of them
     */
    record Taken(Head head, List<Applied> changes, boolean overflowed) {}

    ChangeBuffer(Head head) {
        this.head = head;
    }

    synchronized void published(Head newHead, List<Applied> batch) {
        head = newHead;
        overflowed |= changes.size() + batch.size() > MAX_CHANGES;
        if (!overflowed) changes.addAll(batch);
        fresh = true;
        notifyAll();
    }

    /** Waits until something was published, or for the time given; false once this is closed. */
    synchronized boolean await(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; !fresh && !closed && left > 0; left = (end - System.nanoTime()) / 1_000_000)
            wait(left);
        return !closed;
    }

    synchronized Taken take() {
        Taken taken = new Taken(head, changes, overflowed);
        changes = new ArrayList<>();
        overflowed = false;
        fresh = false;
        return taken;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
