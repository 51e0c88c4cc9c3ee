package dev.flightboard.system;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Function;
import java.util.stream.Stream;

/** Many browsers on one thread, each of which comes back when its stream ends, as an EventSource does. */
final class Crowd implements AutoCloseable {

    // How late a browser may come back.
    private static final int TICK_MILLIS = 20;

    private final InetSocketAddress origin;
    private final Selector selector;
    private final List<Visitor> visitors = new ArrayList<>();
    private final Queue<Arrival> arrivals = new PriorityQueue<>(Comparator.comparingLong(Arrival::atNanos));
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    private final Thread thread = new Thread(this::run, "crowd");
    private volatile boolean closed;

    private record Arrival(Visitor visitor, long atNanos) {}

    Crowd(int port, int size) throws IOException {
        origin = new InetSocketAddress("127.0.0.1", port);
        selector = Selector.open();
        long now = System.nanoTime();
        for (int i = 0; i < size; i++) {
            Visitor visitor = new Visitor();
            visitors.add(visitor);
            // A thousand a second: not all in one instant.
            arrivals.add(new Arrival(visitor, now + i * 1_000_000L));
        }
        thread.start();
    }

    /** Asks each visitor, on the crowd's thread's own terms: between two reads. */
    synchronized <T> Stream<T> ask(Function<Visitor, T> question) {
        return visitors.stream().map(question).toList().stream();
    }

    private void run() {
        try {
            while (!closed) {
                selector.select(TICK_MILLIS);
                turn();
            }
        } catch (IOException e) {
            ask(visitor -> {
                visitor.fault("the crowd failed: " + e);
                return visitor;
            });
        }
    }

    private synchronized void turn() throws IOException {
        while (!arrivals.isEmpty() && arrivals.peek().atNanos() - System.nanoTime() < 0) {
            connect(arrivals.remove().visitor());
        }
        for (SelectionKey key : selector.selectedKeys()) {
            if (key.isConnectable()) connected(key);
            else if (key.isReadable()) read(key);
        }
        selector.selectedKeys().clear();
    }

    private void connect(Visitor visitor) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_CONNECT, visitor);
        channel.connect(origin);
    }

    private void connected(SelectionKey key) throws IOException {
        SocketChannel channel = (SocketChannel) key.channel();
        channel.finishConnect();
        // A request fits an empty socket's buffer.
        channel.write(ByteBuffer.wrap(((Visitor) key.attachment()).request()));
        key.interestOps(SelectionKey.OP_READ);
    }

    private void read(SelectionKey key) throws IOException {
        SocketChannel channel = (SocketChannel) key.channel();
        Visitor visitor = (Visitor) key.attachment();
        buffer.clear();
        int length;
        try {
            length = channel.read(buffer);
        } catch (IOException reset) {
            visitor.fault("reset: " + reset);
            length = -1;
        }
        if (length >= 0) {
            visitor.read(new String(buffer.array(), 0, length, StandardCharsets.US_ASCII));
        } else {
            channel.close();
            arrivals.add(new Arrival(visitor, System.nanoTime() + visitor.ended() * 1_000_000));
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
        for (SelectionKey key : selector.keys()) key.channel().close();
        selector.close();
    }
}
