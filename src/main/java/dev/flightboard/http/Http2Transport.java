package dev.flightboard.http;

import dev.flightboard.fanout.Chunk;
import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.impl.BufferImpl;
import io.vertx.core.http.HttpServerResponse;

/**
 * Writes over HTTP/2, where a stream shares its connection with others. How much waits on the connection says nothing of one
 * stream, so this counts its own slices; each reports when the socket has taken it.
 */
final class Http2Transport implements Transport {

    private final HttpServerResponse response;
    private Listener listener;
    private ByteBuf rest;
    private Chunk last;
    private long given;
    private long taken;
    private boolean ending;

    Http2Transport(HttpServerResponse response) {
        this.response = response;
    }

    @Override
    public void open(Listener newListener) {
        listener = newListener;
        response.closeHandler(closed -> listener.closed());
        response.exceptionHandler(failed -> listener.closed());
        if (response.closed()) listener.closed();
    }

    @Override
    public void write(Chunk chunk) {
        rest = chunk.payload();
        writeRest();
    }

    private void writeRest() {
        while (rest != null && given - taken < SLICE) {
            ByteBuf slice = rest.readSlice(Math.min(SLICE / 2, rest.readableBytes()));
            if (!rest.isReadable()) rest = null;
            int size = slice.readableBytes();
            given += size;
            response.write(BufferImpl.buffer(slice)).onSuccess(written -> {
                taken += size;
                proceed();
            });
        }
    }

    private void proceed() {
        writeRest();
        if (rest == null && ending) finish();
        else if (!isFull()) listener.hasRoom();
    }

    @Override
    public void end(Chunk newLast) {
        ending = true;
        last = newLast;
        if (rest == null) finish();
    }

    private void finish() {
        if (response.ended() || response.closed()) return;
        if (last == null) response.end();
        else response.end(BufferImpl.buffer(last.payload()));
    }

    @Override
    public void cut() {
        response.reset();
    }

    @Override
    public boolean isFull() {
        return rest != null || given - taken >= SLICE;
    }

    @Override
    public long taken() {
        return taken;
    }
}
