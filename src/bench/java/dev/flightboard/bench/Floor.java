package dev.flightboard.bench;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The least that can be done: reads the topic and writes the same bytes to everybody, one chunk a window, with one
 * hand-over an event loop. No filters, no cursors, no slow readers, no limits: what a server does beyond this is what it
 * costs beyond this.
 */
public final class Floor {

    private static final byte[] HEAD = bytes(
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-cache\r\nTransfer-Encoding: chunked\r\n\r\n");
    private static final byte[] LIVE = bytes("event: live\ndata: {}\n\n");

    private final Map<EventLoop, List<Channel>> channels = new ConcurrentHashMap<>();
    private final Map<String, byte[]> board = new LinkedHashMap<>();
    private final List<byte[]> pending = new ArrayList<>();
    private final List<Channel> joining = new ArrayList<>();
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private ByteBuf snapshot;

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        int loops = Integer.parseInt(arguments[1]);
        long windowMillis = Long.parseLong(arguments[2]);
        Floor floor = new Floor();
        Thread feed = new Thread(() -> floor.read(arguments[3], arguments[4]), "feed");
        feed.start();
        floor.caughtUp.await();
        new ServerBootstrap()
                .group(new EpollEventLoopGroup(loops))
                .channel(EpollServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(floor.new Door());
                    }
                })
                .bind("127.0.0.1", port)
                .sync();
        floor.fanOut(windowMillis);
    }

    /** Takes a request, and needs to know no more than that it is whole. */
    private final class Door extends SimpleChannelInboundHandler<ByteBuf> {

        private final StringBuilder request = new StringBuilder();

        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
            request.append(bytes.toString(StandardCharsets.US_ASCII));
            if (request.indexOf("\r\n\r\n") < 0) return;
            context.pipeline().remove(this);
            join(context.channel());
        }
    }

    private synchronized void join(Channel channel) {
        joining.add(channel);
        notifyAll();
    }

    private void read(String servers, String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", servers, "enable.auto.commit", "false", "max.poll.records", "5000");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.partitionsFor(topic).stream()
                    .map(each -> new TopicPartition(topic, each.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (true) {
                if (ends.entrySet().stream().allMatch(each -> consumer.position(each.getKey()) >= each.getValue())) {
                    caughtUp.countDown();
                }
                List<byte[]> events = new ArrayList<>();
                Map<String, byte[]> states = new HashMap<>();
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    String id = new String(record.key(), StandardCharsets.US_ASCII);
                    byte[] event = event(id, record.value());
                    events.add(event);
                    states.put(id, event);
                }
                if (!events.isEmpty()) publish(events, states);
            }
        }
    }

    private static byte[] event(String id, byte[] value) {
        ByteArrayOutputStream event = new ByteArrayOutputStream(value.length + 32);
        event.writeBytes(bytes("data: {\"id\":\"" + id + "\","));
        event.write(value, 1, value.length - 1);
        event.writeBytes(bytes("\n\n"));
        return event.toByteArray();
    }

    private synchronized void publish(List<byte[]> events, Map<String, byte[]> states) {
        pending.addAll(events);
        board.putAll(states);
        notifyAll();
    }

    private void fanOut(long windowMillis) throws InterruptedException {
        while (true) {
            synchronized (this) {
                while (pending.isEmpty() && joining.isEmpty()) wait();
                flush();
            }
            // As the service does: the first change at once, the next ones once a window.
            if (windowMillis > 0) Thread.sleep(windowMillis);
        }
    }

    private void flush() {
        if (!pending.isEmpty()) {
            ByteBuf chunk = chunk(pending);
            pending.clear();
            if (snapshot != null) snapshot.release();
            snapshot = null;
            channels.forEach((loop, all) -> {
                chunk.retain();
                loop.execute(() -> {
                    for (Channel each : all) each.writeAndFlush(chunk.retainedDuplicate(), each.voidPromise());
                    chunk.release();
                });
            });
            chunk.release();
        }
        if (joining.isEmpty()) return;
        if (snapshot == null) {
            List<byte[]> all = new ArrayList<>(board.values());
            all.add(LIVE);
            snapshot = chunk(all);
        }
        for (Channel each : joining) {
            ByteBuf shared = snapshot.retainedDuplicate();
            List<Channel> all = channels.computeIfAbsent(each.eventLoop(), loop -> new ArrayList<>());
            each.eventLoop().execute(() -> {
                all.add(each);
                each.closeFuture().addListener(closed -> all.remove(each));
                each.write(Unpooled.wrappedBuffer(HEAD), each.voidPromise());
                each.writeAndFlush(shared, each.voidPromise());
            });
        }
        joining.clear();
    }

    /** Outside the heap, so that a write copies nothing. */
    private static ByteBuf chunk(List<byte[]> events) {
        int size = events.stream().mapToInt(each -> each.length).sum();
        byte[] line = bytes(Integer.toHexString(size) + "\r\n");
        ByteBuf chunk = PooledByteBufAllocator.DEFAULT
                .directBuffer(line.length + size + 2)
                .writeBytes(line);
        for (byte[] each : events) chunk.writeBytes(each);
        return chunk.writeBytes(bytes("\r\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
