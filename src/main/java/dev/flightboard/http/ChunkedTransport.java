package dev.flightboard.http;

import dev.flightboard.fanout.Frame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.net.impl.VertxHandler;
import java.nio.charset.StandardCharsets;

/**
 * HTTP/1.1: shared chunks straight to the socket. From here to its end the connection is the stream's alone, so it is
 * taken from the HTTP server, which would frame each chunk anew for each client, and whose request, response, routing and
 * codec are three quarters of the heap that a waiting browser costs.
 */
final class ChunkedTransport extends ChannelInboundHandlerAdapter implements Transport {

    private static final String TLS = "ssl";
    private static final ByteBuf LAST = Unpooled.unreleasableBuffer(
            Unpooled.directBuffer().writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));

    private final Channel channel;
    private final int deadAfterMillis;
    private ChannelHandlerContext context;
    private Listener listener;

    ChunkedTransport(Channel channel, int deadAfterMillis) {
        this.channel = channel;
        this.deadAfterMillis = deadAfterMillis;
    }

    @Override
    public void open(Listener newListener) {
        listener = newListener;
        ChannelPipeline pipeline = channel.pipeline();
        VertxHandler<?> server = pipeline.get(VertxHandler.class);
        ChannelHandlerContext served = pipeline.context(server);
        pipeline.addLast(this);
        context = pipeline.context(this);
        for (String name : pipeline.names()) {
            // The last name is that of the pipeline's own end.
            if (pipeline.get(name) != null && pipeline.get(name) != this && !name.equals(TLS)) pipeline.remove(name);
        }
        // To the server this connection has ended: it lets go of all that it holds for it.
        server.channelInactive(served);
        // It may have stopped reading for the sake of its own bounds; here nothing that is read is kept.
        channel.config().setAutoRead(true);
        if (channel instanceof EpollSocketChannel epoll) {
            // A peer that vanished acknowledges nothing; by itself Linux would keep its socket for a quarter of an
            // hour.
            epoll.config().setOption(EpollChannelOption.TCP_USER_TIMEOUT, deadAfterMillis);
        }
        if (!channel.isActive()) listener.closed();
    }

    @Override
    public void write(Frame frame) {
        context.writeAndFlush(frame.chunk().duplicate(), context.voidPromise());
    }

    @Override
    public void end() {
        context.writeAndFlush(LAST.duplicate()).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void cut() {
        context.close();
    }

    @Override
    public boolean isFull() {
        return !channel.isWritable();
    }

    @Override
    public long backlog() {
        return channel.bytesBeforeWritable();
    }

    /** A stream asks nothing after its request. */
    @Override
    public void channelRead(ChannelHandlerContext unused, Object bytes) {
        ReferenceCountUtil.release(bytes);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext unused) {
        if (channel.isWritable()) listener.drained();
    }

    @Override
    public void channelInactive(ChannelHandlerContext unused) {
        listener.closed();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext unused, Throwable broken) {
        context.close();
    }
}
