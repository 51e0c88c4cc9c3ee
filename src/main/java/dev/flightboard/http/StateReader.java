package dev.flightboard.http;

import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A client that reads states, as Quarkus writes them to it. Owned by the connection's event loop. */
final class StateReader implements StateStream.Reader {

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Admission.Slot slot;
    private final AccessLog.Entry entry;
    private final StreamMetrics metrics;
    private final Future<?> probe;
    private long counted;

    /** @param silence after which it is looked whether the client is still there */
    StateReader(
            HttpServerRequest request,
            Admission.Slot slot,
            AccessLog.Entry entry,
            StreamMetrics metrics,
            EventLoop loop,
            Duration silence) {
        this.request = request;
        this.response = request.response();
        this.slot = slot;
        this.entry = entry;
        this.metrics = metrics;
        this.probe = loop.scheduleAtFixedRate(
                this::askWhetherItIsThere, silence.toMillis(), silence.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A client that says nothing more may have gone, or may wait. One that has gone answers what is written with a TCP reset. */
    private void askWhetherItIsThere() {
        boolean saysNothingMore =
                Transport.channel(request) instanceof SocketChannel socket && socket.isInputShutdown();
        // An empty line is nothing to any reader of JSON.
        if (saysNothingMore && !response.closed() && !response.writeQueueFull()) response.write(Buffer.buffer("\n"));
    }

    @Override
    public boolean isGone() {
        return response.closed();
    }

    @Override
    public void told() {
        long before = counted;
        counted = response.bytesWritten();
        metrics.told(counted - before);
    }

    @Override
    public void cut() {
        Transport.cut(request);
    }

    @Override
    public void ended(EndReason reason) {
        probe.cancel(false);
        slot.close();
        metrics.ended(reason);
        entry.write(reason, response.bytesWritten());
    }
}
