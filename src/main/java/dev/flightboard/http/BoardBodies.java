package dev.flightboard.http;

import dev.flightboard.board.Head;
import dev.flightboard.fanout.View;
import io.netty.util.internal.PlatformDependent;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The bodies of {@code GET /flights}: each view's is made once a revision, and all that are still being sent are within a
 * bound, however slowly they are read. Any thread.
 */
@Singleton
class BoardBodies {

    // The whole board, and what the pages of an airport's terminals ask for. Any other is made when it is asked for.
    private static final int MAX_KEPT = 8;

    // Of the memory outside the heap, which the streams share. A board of 100,000 flights takes 30 MB.
    private static final long MAX_SENT = PlatformDependent.maxDirectMemory() / 4;

    private final Map<View, BoardBody> kept = new LinkedHashMap<>(MAX_KEPT, 0.75f, true);
    private final Map<BoardBody, Integer> readers = new HashMap<>();
    private long sent;

    /** At this head or a later one; empty where too much of other revisions is still being sent. */
    synchronized Optional<BoardBody> of(View view, Head head) {
        BoardBody body = kept.get(view);
        if (body == null || body.revision < head.revision()) {
            if (sent > MAX_SENT) return Optional.empty();
            body = BoardBody.of(view, head);
            kept.put(view, body);
            if (kept.size() > MAX_KEPT) kept.remove(kept.keySet().iterator().next());
        }
        return Optional.of(body);
    }

    /** Until what it returns is run. */
    synchronized Runnable beingSent(BoardBody body) {
        if (readers.merge(body, 1, Integer::sum) == 1) sent += body.size();
        return () -> release(body);
    }

    private synchronized void release(BoardBody body) {
        if (readers.merge(body, -1, Integer::sum) > 0) return;
        readers.remove(body);
        sent -= body.size();
    }
}
