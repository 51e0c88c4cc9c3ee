package dev.flightboard.stream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where a stream's bytes go. Owned by the connection's event loop. */
sealed interface Pipe {

    void write(Frame frame);

    /** Ends the stream as its client expects it, between two events. */
    void end();

    /** Ends the connection, whatever is still to be written. */
    void cut();

    /** Bytes that the socket has still to take before there is room. */
    long backlog();

    /** For a response whose head is written. */
    static Pipe of(HttpServerRequest request, int deadAfterMillis) {
        Channel channel = ((ConnectionBase) request.connection()).channel();
        return request.version() == HttpVersion.HTTP_1_1
                ? new Chunks(channel, deadAfterMillis)
                : new Response(request.response(), channel);
    }

    /**
     * HTTP/1.1: shared chunks straight to the socket, past the codec, which would take every chunk apart and frame it
     * anew for each client. What the pipeline holds for ordinary requests is taken out: the connection is the stream's
     * until it closes.
     */
    final class Chunks implements Pipe {

        private static final String CODEC = "httpEncoder";
        private static final List<String> NOT_NEEDED = List.of("deflater", "chunkedWriter", "idle");
        private static final ByteBuf LAST = Unpooled.unreleasableBuffer(
                Unpooled.directBuffer().writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));

        private final ChannelHandlerContext codec;

        Chunks(Channel channel, int deadAfterMillis) {
            ChannelPipeline pipeline = channel.pipeline();
            for (String name : NOT_NEEDED) {
                if (pipeline.get(name) != null) pipeline.remove(name);
            }
            codec = pipeline.context(CODEC);
            if (channel instanceof EpollSocketChannel epoll) {
                // A peer that vanished acknowledges nothing; by itself Linux would keep its socket for a quarter of an
                // hour.
                epoll.config().setOption(EpollChannelOption.TCP_USER_TIMEOUT, deadAfterMillis);
            }
        }

        @Override
        public void write(Frame frame) {
            codec.writeAndFlush(frame.chunk().duplicate(), codec.voidPromise());
        }

        @Override
        public void end() {
            codec.writeAndFlush(LAST.duplicate()).addListener(ChannelFutureListener.CLOSE);
        }

        @Override
        public void cut() {
            codec.close();
        }

        @Override
        public long backlog() {
            return codec.channel().bytesBeforeWritable();
        }
    }

    /** Any other protocol: HTTP/1.0 has no chunks, HTTP/2 has frames of its own. */
    record Response(HttpServerResponse response, Channel channel) implements Pipe {

        @Override
        public void write(Frame frame) {
            response.write(Buffer.buffer(ByteBufUtil.getBytes(frame.payload())));
        }

        @Override
        public void end() {
            Future<Void> ended = response.end();
            // Without chunks, the connection's end is the stream's, even where the client asked to keep it alive.
            if (response.streamId() < 0) ended.onComplete(written -> channel.close());
        }

        @Override
        public void cut() {
            response.reset();
        }

        @Override
        public long backlog() {
            return channel.bytesBeforeWritable();
        }
    }
}
