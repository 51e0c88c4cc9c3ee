package dev.flightboard.http;

import dev.flightboard.fanout.Chunk;
import io.netty.channel.Channel;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/** Writes a stream's bytes to its connection, over HTTP/1 or HTTP/2. Owned by the connection's event loop. */
interface Transport {

    /**
     * A write is handed to the socket in slices of this size, each when there is room. So a large frame does not wait in
     * memory as a whole for each reader, nor is it encrypted as a whole for TLS. Larger slices save nothing, smaller ones cost
     * system calls.
     */
    int SLICE = 64 * 1024;

    /** The stream, as the transport tells it what happens. */
    interface Listener {

        /** The socket has room again. */
        void hasRoom();

        /** The connection is closed, by the client or by the network. */
        void closed();
    }

    void open(Listener listener);

    /** To be called only while this is not full. */
    void write(Chunk chunk);

    /**
     * Ends the stream cleanly, between two events.
     *
     * @param last is written first; null for nothing
     */
    void end(Chunk last);

    /** Breaks the connection, without sending what waits. */
    void cut();

    /** Whether more waits than the socket takes now. */
    boolean isFull();

    /** The number of bytes that the socket has taken. */
    long taken();

    /** Ends the response to this request, whatever is still to be written. */
    static void cut(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) request.response().reset();
        else SocketTransport.cut(channel(request));
    }

    static Channel channel(HttpServerRequest request) {
        return ((ConnectionBase) request.connection()).channel();
    }

    /** For a response whose head is written; to be opened when the server is done with the request. */
    static Transport of(HttpServerRequest request, StreamCoding coding) {
        return request.version() == HttpVersion.HTTP_2
                ? new Http2Transport(request.response())
                : new SocketTransport(channel(request), request.version() == HttpVersion.HTTP_1_1, coding.nothing());
    }
}
