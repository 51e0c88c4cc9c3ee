package dev.flightboard.connection;

import dev.flightboard.connection.ConnectionMetrics.Reason;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2Stream;
import java.util.Locale;

/**
 * Stands before the server of one HTTP/2 connection. It passes well-formed requests to the server, refuses others, and notices
 * when each was read and answered. Owned by the connection's event loop.
 */
final class Http2Guard extends Http2FrameListenerDecorator {

    private final Http2ConnectionHandler http2;
    private final Connections all;

    private Http2Guard(Http2FrameListener server, Http2ConnectionHandler http2, Connections all) {
        super(server);
        this.http2 = http2;
        this.all = all;
    }

    static void watch(Connection connection, Http2ConnectionHandler http2, Connections all) {
        http2.connection().addListener(new Requests(connection, http2.connection()));
        guard(http2, all);
    }

    private static void guard(Http2ConnectionHandler http2, Connections all) {
        http2.decoder().frameListener(new Http2Guard(http2.decoder().frameListener(), http2, all));
    }

    /** Whether data waits because the client's flow-control windows are full. */
    static boolean owes(Http2ConnectionHandler http2) {
        try {
            return http2.connection()
                            .forEachActiveStream(
                                    stream -> !http2.encoder().flowController().hasFlowControlled(stream))
                    != null;
        } catch (Http2Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** With the first settings the server replaces the listener, so this one is put before it again. */
    @Override
    public void onSettingsRead(ChannelHandlerContext ctx, Http2Settings settings) throws Http2Exception {
        super.onSettingsRead(ctx, settings);
        if (http2.decoder().frameListener() != this) guard(http2, all);
    }

    @Override
    public void onHeadersRead(ChannelHandlerContext ctx, int id, Http2Headers headers, int padding, boolean end)
            throws Http2Exception {
        if (isWelcome(ctx, id, headers)) super.onHeadersRead(ctx, id, headers, padding, end);
    }

    @Override
    public void onHeadersRead(
            ChannelHandlerContext ctx,
            int id,
            Http2Headers headers,
            int dependency,
            short weight,
            boolean exclusive,
            int padding,
            boolean end)
            throws Http2Exception {
        if (isWelcome(ctx, id, headers))
            super.onHeadersRead(ctx, id, headers, dependency, weight, exclusive, padding, end);
    }

    private boolean isWelcome(ChannelHandlerContext ctx, int id, Http2Headers headers) {
        // Trailers have neither; and requests without them the server resets by itself.
        if (headers.method() == null || headers.path() == null) return true;
        CharSequence authority = headers.authority();
        if (!RequestHead.isTarget(headers.path()) || authority != null && !RequestHead.isAuthority(authority)) {
            all.metrics().ended(Reason.MALFORMED);
            Http2Headers answer = new DefaultHttp2Headers().status(HttpResponseStatus.BAD_REQUEST.codeAsText());
            all.headers().forEach((name, value) -> answer.set(name.toLowerCase(Locale.ROOT), value));
            http2.encoder().writeHeaders(ctx, id, answer, 0, true, ctx.newPromise());
            return false;
        }
        headers.path(RequestHead.escaped(headers.path()));
        all.forwarding().clean(Fields.of(headers));
        return true;
    }

    /** A request is read when the client has ended its half of the stream, and answered when both halves have ended. */
    private static final class Requests extends Http2ConnectionAdapter {

        private final Connection connection;
        private final Http2Connection.PropertyKey asked;

        Requests(Connection connection, Http2Connection http2) {
            this.connection = connection;
            this.asked = http2.newKey();
        }

        @Override
        public void onStreamActive(Http2Stream stream) {
            onStreamHalfClosed(stream);
        }

        @Override
        public void onStreamHalfClosed(Http2Stream stream) {
            if (stream.state() != Http2Stream.State.HALF_CLOSED_REMOTE) return;
            if (stream.setProperty(asked, Boolean.TRUE) == null) connection.requestEnded();
        }

        @Override
        public void onStreamClosed(Http2Stream stream) {
            if (stream.removeProperty(asked) != null) connection.answerEnded();
        }
    }
}
