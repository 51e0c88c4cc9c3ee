package dev.flightboard.fanout;

import dev.flightboard.board.Changes;
import dev.flightboard.board.Head;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What leads to one head from where somebody stands, encoded once for all who stand there, as those do who were cut off
 * together. Goes with its head. Any thread.
 */
final class CatchUpCache {

    // A crowd stands at one place, or at the few of those who were a frame apart; an answer can be a whole board.
    private static final int MAX_KEPT = 8;

    private final Head head;
    private final Encoder encoder;
    private final Map<Asked, Frame> kept = new ConcurrentHashMap<>();

    /** @param since a revision or a cursor */
    private record Asked(View view, Object since) {}

    CatchUpCache(Head head, Encoder encoder) {
        this.head = head;
        this.encoder = encoder;
    }

    Head head() {
        return head;
    }

    /** @param changes from there to this head */
    Frame catchUp(View view, Object since, Changes changes) {
        Asked asked = new Asked(view, since);
        if (kept.size() >= MAX_KEPT && !kept.containsKey(asked)) return encoder.catchUp(view, changes);
        return kept.computeIfAbsent(asked, first -> encoder.catchUp(view, changes));
    }
}
