package dev.flightboard.connection;

import dev.flightboard.connection.ConnectionMetrics.Reason;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Stands between the codec and the server of one HTTP/1 connection. It passes well-formed requests to the server; anything
 * else it answers itself, and ends the connection. Owned by the connection's event loop.
 */
final class Http1Guard extends ChannelDuplexHandler {

    private final Connection connection;
    private final Connections all;
    private long begun;
    private long answered;
    private boolean refused;

    Http1Guard(Connection connection, Connections all) {
        this.connection = connection;
        this.all = all;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
        HttpResponseStatus fault = refused ? null : fault(message);
        if (refused || fault != null) {
            ReferenceCountUtil.release(message);
            if (fault != null) refuse(ctx, fault);
            return;
        }
        if (message instanceof HttpRequest) begun++;
        if (message instanceof LastHttpContent) connection.requestEnded();
        super.channelRead(ctx, message);
    }

    private HttpResponseStatus fault(Object message) {
        if (message instanceof HttpRequest request) {
            HttpResponseStatus fault = RequestHead.fault(request, all.maxBody());
            if (fault == null) prepare(request);
            return fault;
        }
        boolean garbled =
                message instanceof HttpContent body && body.decoderResult().isFailure();
        return garbled ? HttpResponseStatus.BAD_REQUEST : null;
    }

    private void prepare(HttpRequest request) {
        // A connection never changes its protocol; a client that asks for that is answered as if it had not.
        request.headers().remove(HttpHeaderNames.UPGRADE).remove("HTTP2-Settings");
        request.setUri(RequestHead.escaped(request.uri()));
        all.forwarding().clean(Fields.of(request.headers()));
    }

    private void refuse(ChannelHandlerContext ctx, HttpResponseStatus status) {
        refused = true;
        all.metrics().ended(Reason.MALFORMED);
        if (begun > answered) {
            // Earlier requests still wait for their answers, which must come first.
            connection.asksNoMore();
            return;
        }
        ByteBuf text = ByteBufUtil.writeAscii(ctx.alloc(), status.reasonPhrase() + "\n");
        FullHttpResponse answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, text);
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "text/plain")
                .set(HttpHeaderNames.CONTENT_LENGTH, text.readableBytes())
                .set(HttpHeaderNames.CONNECTION, "close")
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        all.headers().forEach(answer.headers()::set);
        connection.closeAfter(ctx.writeAndFlush(answer));
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) throws Exception {
        boolean informs = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (informs || !(message instanceof LastHttpContent)) {
            super.write(ctx, message, promise);
            return;
        }
        answered++;
        super.write(ctx, message, promise.unvoid().addListener((ChannelFutureListener)
                written -> connection.answerEnded()));
    }
}
