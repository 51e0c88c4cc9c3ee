package dev.flightboard.http;

import dev.flightboard.fanout.Frame;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/** Any protocol but HTTP/1.1: HTTP/1.0 has no chunks, HTTP/2 has frames of its own. */
record ResponseTransport(HttpServerResponse response, Channel channel) implements Transport {

    @Override
    public void open(Listener listener) {
        response.closeHandler(closed -> listener.closed());
        response.exceptionHandler(failed -> listener.closed());
        response.drainHandler(drained -> listener.drained());
        if (response.closed()) listener.closed();
    }

    @Override
    public void write(Frame frame) {
        response.write(Buffer.buffer(ByteBufUtil.getBytes(frame.payload())));
    }

    @Override
    public void end() {
        Future<Void> ended = response.end();
        // Without chunks, the connection's end is the stream's, even where the client asked to keep it alive.
        if (response.streamId() < 0) ended.onComplete(written -> channel.close());
    }

    @Override
    public void cut() {
        response.reset();
    }

    @Override
    public boolean isFull() {
        return response.writeQueueFull();
    }

    @Override
    public long backlog() {
        return channel.bytesBeforeWritable();
    }
}
