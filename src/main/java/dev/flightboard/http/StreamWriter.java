package dev.flightboard.http;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.fanout.Chunk;
import dev.flightboard.fanout.Frame;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Writes a Multi of frames to one browser, and asks for the next frame when the socket has room. So nothing is queued for a
 * browser that does not read, beyond its socket's buffer. Owned by the connection's event loop. Whatever is thrown here ends
 * this stream alone. Every stream that was begun ends exactly once.
 */
final class StreamWriter implements MultiSubscriber<Frame>, Transport.Listener {

    private static final Logger LOG = Logger.getLogger(StreamWriter.class);

    // Long enough for some other reader to finish, short enough that nobody takes the stream for dead.
    private static final int WAIT_FOR_MEMORY_MILLIS = 500;

    /** Is told once why the stream ended, and how many bytes of it were written. */
    interface End {
        void ended(EndReason reason, long bytes);
    }

    private final Transport transport;
    private final StreamCoding coding;
    private final ScheduledExecutorService loop;
    private final long writeTimeoutMillis;
    private final UnsentMemory memory;
    private final StreamMetrics metrics;
    private final End onEnd;
    private final Future<?> rotation;
    private Subscription frames;
    private Chunk partlySent;
    private long holds;
    private boolean full;
    private boolean watched;
    private boolean ended;
    private boolean closed;
    private long bytes;

    StreamWriter(
            Transport transport,
            StreamCoding coding,
            ScheduledExecutorService loop,
            FlightboardConfig.Stream settings,
            UnsentMemory memory,
            StreamMetrics metrics,
            End onEnd) {
        this.transport = transport;
        this.coding = coding;
        this.loop = loop;
        this.writeTimeoutMillis = settings.writeTimeout().toMillis();
        this.memory = memory;
        this.metrics = metrics;
        this.onEnd = onEnd;
        this.rotation = loop.schedule(() -> end(EndReason.ROTATION), Rotation.millis(settings), TimeUnit.MILLISECONDS);
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        frames = subscription;
        try {
            transport.open(this);
        } catch (RuntimeException | Error failed) {
            onFailure(failed);
        }
        catchUp();
    }

    @Override
    public void hasRoom() {
        if (!full || ended) return;
        full = false;
        release();
        catchUp();
    }

    @Override
    public void closed() {
        closed = true;
        release();
        end(EndReason.CLIENT_CLOSED);
    }

    /** Asks for the next frame, which may be large; waits first while slow readers of large frames hold too much memory. */
    private void catchUp() {
        if (!ended && memory.isShort()) loop.schedule(this::catchUp, WAIT_FOR_MEMORY_MILLIS, TimeUnit.MILLISECONDS);
        else requestNext();
    }

    private void release() {
        if (partlySent != null) memory.release(partlySent);
        partlySent = null;
    }

    @Override
    public void onItem(Frame frame) {
        if (ended) return;
        try {
            Chunk chunk = coding.encode(frame);
            transport.write(chunk);
            bytes += chunk.length();
            metrics.written(frame, chunk);
            full = transport.isFull();
            if (full && chunk.length() > Transport.SLICE) hold(chunk);
        } catch (RuntimeException | Error failed) {
            onFailure(failed);
        }
        if (full) expectProgress();
        else requestNext();
    }

    private void hold(Chunk chunk) {
        memory.hold(chunk, chunk.length());
        partlySent = chunk;
        holds++;
        limit(holds);
    }

    // By a number: a task that named the chunk would hold its memory itself, for long after it was sent.
    private void limit(long hold) {
        loop.schedule(
                () -> {
                    if (partlySent == null || holds != hold) return;
                    if (!memory.isShort()) limit(hold);
                    else if (ended) transport.cut();
                    else end(EndReason.WRITE_TIMEOUT);
                },
                UnsentMemory.LONGEST_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private void requestNext() {
        if (ended) return;
        try {
            frames.request(1);
        } catch (RuntimeException | Error failed) {
            onFailure(failed);
        }
    }

    /** Cuts the connection if the socket takes no byte until the write timeout; also when the stream has ended. */
    private void expectProgress() {
        if (watched || closed) return;
        watched = true;
        long taken = transport.taken();
        loop.schedule(
                () -> {
                    watched = false;
                    if (closed || !full && !ended) return;
                    if (transport.taken() != taken) expectProgress();
                    else if (ended) transport.cut();
                    else end(EndReason.WRITE_TIMEOUT);
                },
                writeTimeoutMillis,
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void onCompletion() {
        end(EndReason.DRAIN);
    }

    @Override
    public void onFailure(Throwable failure) {
        if (!ended) LOG.error("A stream failed", failure);
        end(EndReason.FAILURE);
    }

    private void end(EndReason reason) {
        if (ended) return;
        ended = true;
        try {
            rotation.cancel(false);
            if (frames != null) frames.cancel();
            closeFor(reason);
        } catch (RuntimeException | Error failed) {
            LOG.error("A stream could not be ended", failed);
            transport.cut();
        } finally {
            onEnd.ended(reason, bytes);
        }
    }

    private void closeFor(EndReason reason) {
        if (reason == EndReason.WRITE_TIMEOUT) transport.cut();
        if (closed || reason == EndReason.WRITE_TIMEOUT) return;
        transport.end(coding.end());
        expectProgress();
    }
}
