package dev.flightboard.http;

import dev.flightboard.fanout.Chunk;
import io.netty.channel.Channel;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/** Where a stream's bytes go. Owned by the connection's event loop. */
interface Transport {

    /**
     * A write is handed on in slices of this size, each once there is room: a reader of a large frame is not sent all of
     * it at once, and with TLS not all of it encrypted at once. Larger ones save nothing, smaller ones cost system calls.
     */
    int SLICE = 64 * 1024;

    /** What a transport tells its stream. */
    interface Listener {

        /** There is room again. */
        void drained();

        /** The client has gone, or the network between. */
        void closed();
    }

    void open(Listener listener);

    /** To be called only while this is not full. */
    void write(Chunk chunk);

    /**
     * Ends the stream as its client expects it, between two events.
     *
     * @param last what is to be written before; null for nothing
     */
    void end(Chunk last);

    /** Ends the connection, whatever is still to be written. */
    void cut();

    /** Whether there is more to be sent than the socket takes now. */
    boolean isFull();

    /** Grows with each byte that the socket takes, and with nothing else. */
    long taken();

    /** Ends the response to this request, whatever is still to be written. */
    static void cut(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) request.response().reset();
        else SocketTransport.cut(channel(request));
    }

    static Channel channel(HttpServerRequest request) {
        return ((ConnectionBase) request.connection()).channel();
    }

    /** For a response whose head is written, once the server is through with its request. */
    static Transport of(HttpServerRequest request, StreamCoding coding) {
        return request.version() == HttpVersion.HTTP_2
                ? new Http2Transport(request.response())
                : new SocketTransport(channel(request), request.version() == HttpVersion.HTTP_1_1, coding.nothing());
    }
}
