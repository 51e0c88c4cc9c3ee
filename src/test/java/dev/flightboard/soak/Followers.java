package dev.flightboard.soak;

import dev.flightboard.breaker.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.BiFunction;

/** All clients, on one thread, which owns them; others look at them between two of its turns. */
final class Followers implements AutoCloseable {

    private static final long TICK_MILLIS = 20;

    private record Due(long at, Runnable what) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return Long.compare(at, other.at);
        }
    }

    private final InetSocketAddress service;
    private final Latencies latencies;
    private final Tally tally = new Tally();
    private final Random random;
    private final Selector selector;
    // Null while it is away.
    private final Map<Follower, SelectionKey> lines = new HashMap<>();
    private final PriorityQueue<Due> due = new PriorityQueue<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    private final Thread thread = new Thread(this::run, "followers");
    private int numbered;
    private int left;
    private volatile boolean closed;
    private volatile Throwable failure;

    Followers(int port, int size, Latencies latencies, long seed) throws IOException {
        service = new InetSocketAddress("127.0.0.1", port);
        this.latencies = latencies;
        random = new Random(seed);
        selector = Selector.open();
        long now = System.currentTimeMillis();
        // Not all in one instant.
        for (int each = 0; each < size; each++) due.add(new Due(now + each * 3L, this::join));
        thread.start();
    }

    /** Some leave for good, and as many come with another filter. */
    synchronized void exchange(int some) {
        long now = System.currentTimeMillis();
        for (int each = 0; each < some; each++) due.add(new Due(now, this::exchangeOne));
    }

    synchronized <T> T look(BiFunction<Iterable<Follower>, Tally, T> question) {
        if (failure != null) throw new IllegalStateException("the clients failed", failure);
        return question.apply(lines.keySet(), tally);
    }

    /** How many closed a stream themselves. */
    synchronized int left() {
        return left;
    }

    // Six of ten follow the whole board. A tenth is enough for a latency.
    private void join() {
        int kind = numbered++ % 10;
        Filter filter = kind < 6 ? Filter.NONE : Filter.any(random);
        boolean gzip = kind % 3 == 0;
        Follower follower = new Follower(filter, gzip, kind == 1 ? latencies : null, tally, random);
        lines.put(follower, null);
        connect(follower);
    }

    private void exchangeOne() {
        List<Follower> present =
                lines.keySet().stream().filter(each -> lines.get(each) != null).toList();
        Follower leaves = present.get(random.nextInt(present.size()));
        SelectionKey line = lines.remove(leaves);
        leaves.ended();
        left++;
        close(line);
        join();
    }

    private void run() {
        try {
            while (!closed) {
                selector.select(TICK_MILLIS);
                turn();
            }
        } catch (Throwable failed) {
            failure = failed;
        }
    }

    private synchronized void turn() {
        while (!due.isEmpty() && due.peek().at() <= System.currentTimeMillis())
            due.remove().what().run();
        for (SelectionKey key : selector.selectedKeys()) {
            if (!key.isValid()) continue;
            try {
                if (key.isConnectable()) connected(key);
                else if (key.isReadable()) read(key);
            } catch (IOException cut) {
                end(key);
            }
        }
        selector.selectedKeys().clear();
    }

    private void connect(Follower follower) {
        // It may have left while it was away.
        if (!lines.containsKey(follower)) return;
        try {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT, follower);
            lines.put(follower, key);
            if (channel.connect(service)) connected(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void connected(SelectionKey key) throws IOException {
        SocketChannel channel = (SocketChannel) key.channel();
        channel.finishConnect();
        // A request fits an empty socket's buffer.
        channel.write(ByteBuffer.wrap(((Follower) key.attachment()).request()));
        key.interestOps(SelectionKey.OP_READ);
    }

    private void read(SelectionKey key) throws IOException {
        buffer.clear();
        int length = ((SocketChannel) key.channel()).read(buffer);
        if (length < 0) end(key);
        else ((Follower) key.attachment()).read(buffer.array(), length);
    }

    private void end(SelectionKey key) {
        close(key);
        Follower follower = (Follower) key.attachment();
        lines.put(follower, null);
        due.add(new Due(System.currentTimeMillis() + follower.ended(), () -> connect(follower)));
    }

    private static void close(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        selector.keys().forEach(Followers::close);
        selector.close();
    }
}
