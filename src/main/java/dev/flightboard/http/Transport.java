package dev.flightboard.http;

import dev.flightboard.fanout.Frame;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/** Where a stream's bytes go. Owned by the connection's event loop. */
sealed interface Transport permits ChunkedTransport, ResponseTransport {

    /** What a transport tells its stream. */
    interface Listener {

        /** There is room again. */
        void drained();

        /** The client has gone, or the network between. */
        void closed();
    }

    void open(Listener listener);

    void write(Frame frame);

    /** Ends the stream as its client expects it, between two events. */
    void end();

    /** Ends the connection, whatever is still to be written. */
    void cut();

    /** Whether the socket has more to take than it should. */
    boolean isFull();

    /** Bytes that the socket has still to take before there is room. */
    long backlog();

    /** For a response whose head is written, once the server is through with its request. */
    static Transport of(HttpServerRequest request, int deadAfterMillis) {
        ConnectionBase connection = (ConnectionBase) request.connection();
        return request.version() == HttpVersion.HTTP_1_1
                ? new ChunkedTransport(connection.channel(), deadAfterMillis)
                : new ResponseTransport(request.response(), connection.channel());
    }
}
