package dev.flightboard.http;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.fanout.Frame;
import io.netty.channel.EventLoop;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Writes a Multi of frames to one browser, and asks for the next when the socket has room: what a browser does not read
 * is never queued beyond its socket's buffer. Owned by the connection's event loop.
 */
final class StreamWriter implements MultiSubscriber<Frame>, Transport.Listener {

    private static final Logger LOG = Logger.getLogger(StreamWriter.class);

    /** Is told once why the stream ended, and how many bytes of it were written. */
    interface End {
        void ended(EndReason reason, long bytes);
    }

    private final Transport transport;
    private final EventLoop loop;
    private final long writeTimeoutMillis;
    private final StreamMetrics metrics;
    private final End onEnd;
    private final Future<?> rotation;
    private Subscription frames;
    private boolean full;
    private boolean watched;
    private boolean ended;
    private long bytes;

    StreamWriter(
            Transport transport, EventLoop loop, FlightboardConfig.Stream settings, StreamMetrics metrics, End onEnd) {
        this.transport = transport;
        this.loop = loop;
        this.writeTimeoutMillis = settings.writeTimeout().toMillis();
        this.metrics = metrics;
        this.onEnd = onEnd;
        // Spread over the last fifth, so that those who came together do not leave together.
        double share = 0.8 + 0.2 * ThreadLocalRandom.current().nextDouble();
        this.rotation = loop.schedule(
                () -> end(EndReason.ROTATION), (long) (settings.maxAge().toMillis() * share), TimeUnit.MILLISECONDS);
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        frames = subscription;
        transport.open(this);
        if (!ended) frames.request(1);
    }

    @Override
    public void drained() {
        if (!full || ended) return;
        full = false;
        frames.request(1);
    }

    @Override
    public void closed() {
        end(EndReason.CLIENT_CLOSED);
    }

    @Override
    public void onItem(Frame frame) {
        if (ended) return;
        transport.write(frame);
        bytes += frame.chunk().readableBytes();
        metrics.written(frame);
        full = transport.isFull();
        if (full) expectProgress();
        else frames.request(1);
    }

    /** A slow reader is served for as long as it reads at all. */
    private void expectProgress() {
        if (watched) return;
        watched = true;
        long taken = bytes - transport.backlog();
        loop.schedule(
                () -> {
                    watched = false;
                    if (!full || ended) return;
                    if (bytes - transport.backlog() == taken) end(EndReason.WRITE_TIMEOUT);
                    else expectProgress();
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
        LOG.error("A stream failed", failure);
        end(EndReason.FAILURE);
    }

    private void end(EndReason reason) {
        if (ended) return;
        ended = true;
        frames.cancel();
        rotation.cancel(false);
        switch (reason) {
            case CLIENT_CLOSED -> {}
            case WRITE_TIMEOUT -> transport.cut();
            default -> transport.end();
        }
        onEnd.ended(reason, bytes);
    }
}
