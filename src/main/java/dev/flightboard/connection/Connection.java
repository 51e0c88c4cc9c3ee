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
 * One connection and its deadlines: it is closed when no whole request comes in time, and when the client takes nothing of an
 * answer. It does not read HTTP: the guard of the protocol tells it of requests and answers. Owned by the connection's event
 * loop; removed when a stream takes the connection.
 */
final class Connection extends ChannelDuplexHandler {

    private static final Logger LOG = Logger.getLogger(Connection.class);

    // How long the client has to read the last line of an answer.
    private static final int LINGER_MILLIS = 1000;

    private final Connections all;
    // Null until its event loop gets to it.
    private volatile ChannelHandlerContext context;
    private volatile boolean makesRoom;
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
        if (makesRoom) end(Reason.MADE_ROOM);
        else await(all.settings().requestTimeout().toMillis());
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        gone = true;
        cancelDeadline();
        all.waitsNoMore(this);
    }

    /** A whole request has been read. */
    void requestEnded() {
        requests++;
        idle = false;
        if (gone || !isAnswering()) return;
        all.waitsNoMore(this);
        expectProgress(-1);
    }

    /** The socket has taken a whole answer. */
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

    /** No further request will be read; those that were read are still answered. */
    void asksNoMore() {
        asksNoMore = true;
        if (!isAnswering()) context.close();
    }

    /**
     * Closes when the last answer is sent. First only the sending side: to close both while the client still sends would reset
     * the connection, and the client would lose the answer.
     */
    void closeAfter(ChannelFuture last) {
        last.addListener(sent -> {
            if (gone || !(context.channel() instanceof DuplexChannel channel)) return;
            channel.shutdownOutput();
            cancelDeadline();
            deadline = context.executor().schedule(() -> context.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
        });
    }

    /** Any thread. */
    void makeRoom() {
        makesRoom = true;
        ChannelHandlerContext there = context;
        if (there != null) there.executor().execute(() -> end(Reason.MADE_ROOM));
    }

    private void end(Reason reason) {
        if (gone) return;
        all.metrics().ended(reason);
        // Past the server, which would first send all that waits.
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

    /** Adds the guard of the protocol, which is known when the first bytes have come. */
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
            // HTTP/2 has no half-closed connections.
            if (speaksHttp2()) context.close();
            else asksNoMore();
        }
        super.userEventTriggered(ctx, event);
    }

    /** A client that breaks the connection, or sends something else than HTTP, is not worth a line in the log. */
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
