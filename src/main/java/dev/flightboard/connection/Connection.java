package dev.flightboard.connection;

import dev.flightboard.connection.ConnectionMetrics.Reason;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * One connection and its patience: it is closed when no whole request comes in time, and when its peer takes nothing of
 * an answer. Knows no HTTP of its own: the guard of the protocol that is spoken tells it of requests and answers. Owned by
 * the connection's event loop; gone from it once a stream has taken the connection.
 */
final class Connection extends ChannelDuplexHandler {

    private static final Logger LOG = Logger.getLogger(Connection.class);

    // Whoever reads at all has read a line by then.
    private static final int LINGER_MILLIS = 1000;

    private final Connections all;
    private ChannelHandlerContext context;
    private Future<?> deadline;
    private boolean guarded;
    private boolean idle;
    private boolean asksNoMore;
    private boolean gone;
    private long requests;
    private long answers;
    private long written;

    Connection(Connections all) {
        this.all = all;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        await(all.settings().requestTimeout().toMillis());
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        gone = true;
        cancelDeadline();
        all.waitsNoMore(this);
    }

    /** A request has come to its end. */
    void requestEnded() {
        requests++;
        idle = false;
        if (gone || !isAnswering()) return;
        all.waitsNoMore(this);
        expectProgress(-1);
    }

    /** An answer has been taken by the socket. */
    void answerEnded() {
        answers++;
        if (gone || isAnswering()) return;
        if (asksNoMore) {
            context.close();
            return;
        }
        idle = true;
        await(all.settings().idleTimeout().toMillis());
    }

    boolean isAnswering() {
        return requests > answers;
    }

    /** What comes from now on is not read; what was asked is still answered. */
    void asksNoMore() {
        asksNoMore = true;
        if (!isAnswering()) context.close();
    }

    /** Closes when this is sent, so that the peer can still read it: to close before it stops sending would take it back. */
    void closeAfter(ChannelFuture last) {
        last.addListener(sent -> {
            if (gone || !(context.channel() instanceof DuplexChannel channel)) return;
            channel.shutdownOutput();
            cancelDeadline();
            deadline = context.executor().schedule(() -> context.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
        });
    }

    void makeRoom() {
        context.executor().execute(() -> end(Reason.MADE_ROOM));
    }

    private void end(Reason reason) {
        if (gone) return;
        all.metrics().ended(reason);
        // Not through the server, which would first send all that waits.
        context.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object bytes) throws Exception {
        if (idle && !speaksHttp2()) {
            idle = false;
            await(all.settings().requestTimeout().toMillis());
        }
        if (!guarded) guard();
        super.channelRead(ctx, bytes);
    }

    /** With the first bytes it is settled which protocol is spoken. */
    private void guard() {
        guarded = true;
        Http2ConnectionHandler http2 = context.pipeline().get(Http2ConnectionHandler.class);
        if (http2 != null) Http2Guard.watch(this, http2, all);
        else context.pipeline().addAfter("httpEncoder", "guard", new Http1Guard(this, all));
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof ByteBuf bytes) written += bytes.readableBytes();
        super.write(ctx, message, promise);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
        if (event instanceof ChannelInputShutdownEvent) {
            // In HTTP/2 nobody ends one direction alone.
            if (speaksHttp2()) context.close();
            else asksNoMore();
        }
        super.userEventTriggered(ctx, event);
    }

    /** A peer that breaks the connection, or speaks no HTTP in it, is no news to anybody. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable broken) {
        LOG.debug("A connection broke", broken);
        context.close();
    }

    private void await(long millis) {
        cancelDeadline();
        all.waits(this);
        deadline = context.executor().schedule(() -> end(Reason.LATE), millis, TimeUnit.MILLISECONDS);
    }

    private void expectProgress(long takenBefore) {
        cancelDeadline();
        long taken = taken();
        if (taken == takenBefore && owes()) {
            end(Reason.STUCK);
            return;
        }
        deadline = context.executor()
                .schedule(() -> expectProgress(taken), all.writeTimeoutMillis(), TimeUnit.MILLISECONDS);
    }

    private void cancelDeadline() {
        if (deadline != null) deadline.cancel(false);
    }

    private long taken() {
        ChannelOutboundBuffer waiting = context.channel().unsafe().outboundBuffer();
        return waiting == null ? written : written - waiting.totalPendingWriteBytes() + waiting.currentProgress();
    }

    private boolean speaksHttp2() {
        return context.pipeline().get(Http2ConnectionHandler.class) != null;
    }

    private boolean owes() {
        ChannelOutboundBuffer waiting = context.channel().unsafe().outboundBuffer();
        if (waiting != null && !waiting.isEmpty()) return true;
        Http2ConnectionHandler http2 = context.pipeline().get(Http2ConnectionHandler.class);
        return http2 != null && Http2Guard.owes(http2);
    }
}
