package dev.flightboard.http;

import dev.flightboard.fanout.Chunk;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.net.impl.VertxHandler;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Writes over HTTP/1: shared bytes straight to the socket, as chunks in HTTP/1.1. The connection ends with the stream, so it
 * is taken from the HTTP server: the server would frame each write anew for each client, and its request, response, routing
 * and codec are three quarters of the heap that a waiting browser costs.
 */
final class SocketTransport extends ChannelInboundHandlerAdapter implements Transport {

    // How long a reset takes to come back: from most places, and from the far end of the world.
    private static final int[] ASK_AGAIN_MILLIS = {100, 1000};

    private static final ByteBuf LAST_CHUNK = shared("0\r\n\r\n");

    private final Channel channel;
    private final boolean chunked;
    private final Chunk nothing;
    private ChannelHandlerContext context;
    private Listener listener;
    private ByteBuf rest;
    private Chunk last;
    private long given;
    private boolean ending;
    private boolean ended;

    /** @param nothing bytes that mean nothing to the browser, to find out whether it is there */
    SocketTransport(Channel channel, boolean chunked, Chunk nothing) {
        this.channel = channel;
        this.nothing = nothing;
        this.chunked = chunked;
    }

    @Override
    public void open(Listener newListener) {
        listener = newListener;
        ChannelPipeline pipeline = channel.pipeline();
        VertxHandler<?> server = pipeline.get(VertxHandler.class);
        if (!channel.isActive() || server == null) {
            listener.closed();
            return;
        }
        ChannelHandlerContext served = pipeline.context(server);
        pipeline.addLast(this);
        context = pipeline.context(this);
        for (String name : pipeline.names()) {
            ChannelHandler handler = pipeline.get(name);
            // The last name is that of the end of the pipeline, which is no handler.
            if (handler != null && handler != this && !(handler instanceof SslHandler)) pipeline.remove(handler);
        }
        // The server is told that the connection was closed, so that it frees all that it keeps for it.
        server.channelInactive(served);
        // The server may have stopped reading to keep within its limits. Here all that is read is thrown away.
        channel.config().setAutoRead(true);
        if (channel instanceof SocketChannel socket && socket.isInputShutdown()) saysNothingMore();
    }

    @Override
    public void write(Chunk chunk) {
        rest = bytes(chunk);
        writeRest();
    }

    private ByteBuf bytes(Chunk chunk) {
        return chunked ? chunk.framed() : chunk.payload();
    }

    private void writeRest() {
        while (rest != null && channel.isWritable()) {
            ByteBuf slice = rest.readSlice(Math.min(SLICE, rest.readableBytes()));
            if (!rest.isReadable()) rest = null;
            send(slice);
        }
    }

    private void send(ByteBuf bytes) {
        given += bytes.readableBytes();
        context.writeAndFlush(bytes, context.voidPromise());
    }

    @Override
    public void end(Chunk newLast) {
        ending = true;
        last = newLast;
        if (rest == null) finish();
    }

    private void finish() {
        if (ended) return;
        ended = true;
        if (last != null) context.write(bytes(last), context.voidPromise());
        context.writeAndFlush(chunked ? LAST_CHUNK.duplicate() : Unpooled.EMPTY_BUFFER)
                .addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void cut() {
        cut(channel);
    }

    static void cut(Channel channel) {
        // With a reset: otherwise the kernel would go on trying to send what waits, for as long as the peer answers.
        if (channel instanceof SocketChannel socket && channel.isActive())
            socket.config().setSoLinger(0);
        channel.close();
    }

    @Override
    public boolean isFull() {
        return rest != null || !channel.isWritable();
    }

    @Override
    public long taken() {
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        // Netty counts a buffer that is partly written as waiting in full, so its progress is added.
        return waiting == null ? given : given - waiting.totalPendingWriteBytes() + waiting.currentProgress();
    }

    /** Throws away what the client sends: there is no further request on this connection. */
    @Override
    public void channelRead(ChannelHandlerContext unused, Object bytes) {
        ReferenceCountUtil.release(bytes);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext unused) {
        if (!channel.isWritable()) return;
        writeRest();
        if (rest != null) return;
        if (ending) finish();
        else if (channel.isWritable()) listener.hasRoom();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext unused, Object event) {
        if (event instanceof ChannelInputShutdownEvent) saysNothingMore();
    }

    /**
     * The client has closed its sending side: it may be gone, or still read. To find out, something is written: a client that
     * is gone answers with a reset, which ends the connection.
     */
    private void saysNothingMore() {
        askWhetherItIsThere();
        for (int later : ASK_AGAIN_MILLIS) {
            context.executor().schedule(this::askWhetherItIsThere, later, TimeUnit.MILLISECONDS);
        }
    }

    private void askWhetherItIsThere() {
        // Where more is to be written anyway this is not needed, and within a frame it would break the text.
        if (isFull() || ending || !channel.isActive()) return;
        send(bytes(nothing));
    }

    @Override
    public void channelInactive(ChannelHandlerContext unused) {
        listener.closed();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext unused, Throwable broken) {
        channel.close();
    }

    private static ByteBuf shared(String bytes) {
        return Unpooled.unreleasableBuffer(
                Unpooled.directBuffer().writeBytes(bytes.getBytes(StandardCharsets.US_ASCII)));
    }
}
