package dev.flightboard.fanout;

import dev.flightboard.Time;
import dev.flightboard.board.Changes;
import dev.flightboard.board.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The audience of each view, and the frames that each view is sent as the board changes: each change is compared with every
 * view, and encoded once. Event loops join and leave; the hub's thread makes the frames.
 */
final class Audiences {

    private static final Logger LOG = Logger.getLogger(Audiences.class);

    private final Encoder encoder;
    private final FanoutMetrics metrics;
    private final long heartbeatNanos;
    private final Time time;
    private final Compression compression;
    private final Map<View, Audience> byView = new ConcurrentHashMap<>();
    private final Object joined = new Object();

    Audiences(Encoder encoder, FanoutMetrics metrics, long heartbeatNanos, Time time) {
        this.encoder = encoder;
        this.metrics = metrics;
        this.heartbeatNanos = heartbeatNanos;
        this.time = time;
        this.compression = new Compression(metrics, time.forward());
    }

    /** @param compressed whether the subscriber reads compressed text */
    void join(View view, boolean compressed) {
        // Where the only other one leaves at this moment, nobody is woken; every wait has an end.
        boolean first = byView.isEmpty();
        byView.compute(view, (key, known) -> {
            Audience audience = known == null ? new Audience(key, time.nanos()) : known;
            audience.size++;
            if (compressed) audience.compressed++;
            return audience;
        });
        if (!first) return;
        synchronized (joined) {
            joined.notifyAll();
        }
    }

    /** The last one to leave drops the view. */
    void leave(View view, boolean compressed) {
        byView.compute(view, (key, audience) -> {
            if (compressed) audience.compressed--;
            return --audience.size == 0 ? null : audience;
        });
    }

    /** Whether nobody is subscribed. Any thread. */
    boolean isEmpty() {
        return byView.isEmpty();
    }

    /** Waits until somebody is subscribed, for so long at most. Any thread. */
    void awaitAny(long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        synchronized (joined) {
            for (long left = nanos; byView.isEmpty() && left > 0; left = end - System.nanoTime())
                TimeUnit.NANOSECONDS.timedWait(joined, left);
        }
    }

    /** The frames that lead from one moment to the next, and heartbeats for views that were told nothing for long. */
    Frames frames(Moment from, Moment to, ChangeBuffer.Taken taken) {
        Frames frames = new Frames(new ArrayList<>(), new ArrayList<>());
        boolean shown = from.head().complete();
        boolean moved = shown && to.head() != from.head();
        boolean gaps = taken.overflowed() || !to.head().isOfSameReading(from.head());
        Changes conflated = moved && gaps ? to.head().since(from.head().position()) : null;
        boolean turned = shown && (differ(from, to) || conflated != null && conflated.reset());
        byte[][] encoded = new byte[taken.changes().size()][];
        for (Audience audience : byView.values()) {
            try {
                List<byte[]> events = new ArrayList<>();
                States states = States.NONE;
                if (conflated != null) {
                    encoder.append(events, audience.view, conflated);
                    states = States.of(audience.view, conflated);
                } else if (moved) {
                    encoder.append(events, audience.view, taken.changes(), encoded);
                    states = States.of(audience.view, taken.changes());
                }
                if (turned) events.add(encoder.status(audience.view, to));
                addFrame(frames, audience, from.head(), to, events, states);
            } catch (Throwable failure) {
                metrics.unencoded();
                LOG.errorf(
                        failure,
                        "A frame could not be encoded; its subscribers ask for themselves. view=%s",
                        audience.view);
                frames.unencoded().add(audience.view);
            }
        }
        compression.run();
        return frames;
    }

    /** Whether browsers are to be told where the board stands, though nobody asked. */
    private static boolean differ(Moment from, Moment to) {
        return from.isStale() != to.isStale()
                || !from.head().replay().equals(to.head().replay());
    }

    private void addFrame(Frames frames, Audience audience, Head from, Moment to, List<byte[]> events, States states) {
        long now = time.nanos();
        boolean quiet = now - audience.lastFrameAt >= heartbeatNanos;
        if (events.isEmpty() && !quiet) return;
        audience.lastFrameAt = now;
        Frame frame = events.isEmpty()
                ? encoder.heartbeat(audience.view, to)
                : encoder.news(audience.view, from.position(), to.head(), events, states);
        frames.encoded().add(frame);
        compression.add(audience, frame);
    }
}
