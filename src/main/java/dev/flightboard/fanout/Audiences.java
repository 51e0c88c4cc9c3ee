package dev.flightboard.fanout;

import dev.flightboard.board.Board;
import dev.flightboard.board.Changes;
import dev.flightboard.board.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Everybody who watches, by view, and what each view is told as the board moves: a change is held against every view, and
 * encoded once. Joined and left on any thread; the frames are the hub's thread's.
 */
final class Audiences {

    private final Board board;
    private final Encoder encoder;
    private final long heartbeatNanos;
    private final Map<View, Audience> byView = new ConcurrentHashMap<>();

    Audiences(Board board, Encoder encoder, long heartbeatNanos) {
        this.board = board;
        this.encoder = encoder;
        this.heartbeatNanos = heartbeatNanos;
    }

    void join(View view) {
        byView.compute(view, (key, known) -> {
            Audience audience = known == null ? new Audience(key) : known;
            audience.size++;
            return audience;
        });
    }

    void leave(View view) {
        byView.compute(view, (key, audience) -> --audience.size == 0 ? null : audience);
    }

    /** What leads from one head to the next, and a heartbeat for those who have long been told nothing. */
    List<Frame> frames(Head from, Head to, ChangeBuffer.Taken taken) {
        List<Frame> frames = new ArrayList<>();
        if (from.complete() && to != from) addChanges(frames, from, to, taken);
        addHeartbeats(frames, to);
        return frames;
    }

    private void addChanges(List<Frame> frames, Head from, Head to, ChangeBuffer.Taken taken) {
        boolean anew = from.revision() < to.floor();
        boolean turned = anew || (from.staleSince() == null) != (to.staleSince() == null);
        Changes conflated = anew || taken.overflowed() ? board.since(from.revision(), to) : null;
        byte[][] encoded = new byte[taken.changes().size()][];
        for (Audience audience : byView.values()) {
            List<byte[]> events = new ArrayList<>();
            if (conflated != null) encoder.append(events, audience.view, conflated);
            else encoder.append(events, audience.view, taken.changes(), encoded);
            if (turned) events.add(encoder.status(audience.view, to));
            if (events.isEmpty()) continue;
            frames.add(encoder.frame(audience.view, from.revision(), to, events));
            audience.lastFrameAt = System.nanoTime();
        }
    }

    private void addHeartbeats(List<Frame> frames, Head head) {
        long now = System.nanoTime();
        for (Audience audience : byView.values()) {
            if (now - audience.lastFrameAt < heartbeatNanos) continue;
            frames.add(encoder.heartbeat(audience.view, head));
            audience.lastFrameAt = now;
        }
    }
}
