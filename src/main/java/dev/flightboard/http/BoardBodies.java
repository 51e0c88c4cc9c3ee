package dev.flightboard.http;

import dev.flightboard.board.Head;
import dev.flightboard.fanout.View;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The bodies of {@code GET /flights}: for each view one is made for each revision that is asked for. Any thread. */
@Singleton
class BoardBodies {

    // Enough for the whole board and the filters of an airport's terminals. Others are made anew for each request.
    private static final int MAX_KEPT = 8;

    private final Map<View, BoardBody> kept = new LinkedHashMap<>(MAX_KEPT, 0.75f, true);
    private final UnsentMemory memory;

    BoardBodies(UnsentMemory memory) {
        this.memory = memory;
    }

    /** At this head or a later one; empty where too much is still being sent. */
    synchronized Optional<BoardBody> of(View view, Head head) {
        BoardBody body = kept.get(view);
        if (body == null || body.revision < head.revision()) {
            if (memory.isShort()) return Optional.empty();
            body = BoardBody.of(view, head);
            kept.put(view, body);
            if (kept.size() > MAX_KEPT) kept.remove(kept.keySet().iterator().next());
        }
        return Optional.of(body);
    }
}
