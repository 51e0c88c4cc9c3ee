package dev.flightboard.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * One thread that holds many clients' connections: a select for all that is there, one read each, no more. What came is
 * looked at after all of it was read, a little at a time, so that no client's latency has the expanding and checking of all
 * others in it.
 */
final class Reader implements AutoCloseable {

    // More than a socket's receive buffer holds under load.
    private static final int READ = 256 * 1024;

    // The largest event is a tenth of this.
    private static final int EVENT = 16 * 1024;

    // What is read before it is looked at: many windows of thousands, plain, and not what they are sent when they join.
    private static final int UNSEEN = 32 * 1024 * 1024;

    // What is looked at between two selects: less than a millisecond's work.
    private static final int SOME = 32;

    // How often the slow clients read their share of a second.
    private static final int SLOW_MILLIS = 100;

    private final InetSocketAddress address;
    private final int receiveBuffer;
    private final Selector selector;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final ByteBuffer raw = ByteBuffer.allocate(READ);
    private final byte[] packed = new byte[READ];
    private final byte[] text = new byte[READ + EVENT];
    private int bytesPerSecond;
    private final Thread thread = new Thread(this::run, "reader");
    private final Queue<Arrival> arrivals = new ArrayDeque<>();
    private int unseen;
    private Tally tally = new Tally();
    private long slowAt = System.nanoTime();
    private volatile boolean closed;
    private volatile int connected;

    private record Connection(SocketChannel channel, Client client, String request) {}

    private record Arrival(Connection connection, byte[] bytes, long at) {}

    /** @param receiveBuffer of each connection, in bytes; 0 for as much as Linux likes */
    Reader(int port, int receiveBuffer) throws IOException {
        this.receiveBuffer = receiveBuffer;
        address = new InetSocketAddress("127.0.0.1", port);
        selector = Selector.open();
        thread.start();
    }

    /** Has this reader's thread do something between two reads. */
    Future<?> tell(Runnable task) {
        return ask(() -> {
            task.run();
            return null;
        });
    }

    /** Has this reader's thread find something out between two reads. */
    <T> Future<T> ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        tasks.add(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException failed) {
                answer.completeExceptionally(failed);
            }
        });
        selector.wakeup();
        return answer;
    }

    /** Begins a connection. On this reader's thread. */
    void connect(Client client, String header) {
        try {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            if (receiveBuffer > 0) channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
            String request = "GET " + client.path() + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                    + (client.isCompressed() ? "Accept-Encoding: gzip\r\n" : "") + header + "\r\n";
            channel.connect(address);
            channel.register(selector, SelectionKey.OP_CONNECT, new Connection(channel, client, request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many connections stand, with their requests written. */
    int connected() {
        return connected;
    }

    /** What was counted until now; from here on, counting begins anew. On this reader's thread. */
    Tally take() {
        Tally taken = tally;
        tally = new Tally();
        return taken;
    }

    private void run() {
        while (!closed) {
            try {
                if (arrivals.isEmpty()) selector.select(this::ready, bytesPerSecond > 0 ? SLOW_MILLIS : 1000);
                else selector.selectNow(this::ready);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (bytesPerSecond > 0) readSlowly();
            Runnable task = tasks.poll();
            lookAt(task == null ? SOME : Integer.MAX_VALUE);
            for (; task != null; task = tasks.poll()) task.run();
        }
        closeAll();
    }

    private void closeAll() {
        try {
            cut();
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ready(SelectionKey key) {
        // Of a connection that was dropped a moment ago.
        if (!key.isValid()) return;
        Connection connection = (Connection) key.attachment();
        try {
            if (key.isReadable()) read(connection, READ);
            else if (key.isConnectable()) request(key, connection);
        } catch (IOException e) {
            drop(connection);
        }
    }

    private void request(SelectionKey key, Connection connection) throws IOException {
        connection.channel.finishConnect();
        connection.channel.write(ByteBuffer.wrap(connection.request.getBytes(StandardCharsets.US_ASCII)));
        key.interestOps(SelectionKey.OP_READ);
        connected++;
    }

    private void read(Connection connection, int most) throws IOException {
        int length = connection.channel.read(raw.clear().limit(most));
        if (length < 0) {
            drop(connection);
            return;
        }
        tally.reads++;
        tally.bytes += length;
        arrivals.add(new Arrival(connection, Arrays.copyOf(raw.array(), length), System.nanoTime()));
        unseen += length;
        if (unseen >= UNSEEN) lookAt(Integer.MAX_VALUE);
    }

    private void lookAt(int most) {
        for (int count = 0; count < most && !arrivals.isEmpty(); count++) {
            Arrival next = arrivals.remove();
            unseen -= next.bytes.length;
            if (!next.connection.channel.isOpen()) continue;
            try {
                next.connection.client.read(next.bytes, next.at, packed, text, tally);
            } catch (IllegalStateException broken) {
                tally.violated(broken.getMessage());
                drop(next.connection);
            }
        }
    }

    private void readSlowly() {
        long now = System.nanoTime();
        if (now - slowAt < SLOW_MILLIS * 1_000_000L) return;
        slowAt = now;
        for (SelectionKey each : selector.keys()) {
            if (!each.isValid()) continue;
            Connection connection = (Connection) each.attachment();
            try {
                read(connection, bytesPerSecond * SLOW_MILLIS / 1000);
            } catch (IOException e) {
                drop(connection);
            }
        }
    }

    /** On this reader's thread. */
    void slowDown(int toBytesPerSecond) {
        bytesPerSecond = toBytesPerSecond;
        selector.keys().forEach(each -> each.interestOps(0));
    }

    /** On this reader's thread. */
    void hurry() {
        bytesPerSecond = 0;
        selector.keys().forEach(each -> each.interestOps(SelectionKey.OP_READ));
    }

    private void drop(Connection connection) {
        tally.cut++;
        close(connection.channel);
    }

    /** Closes all connections. On this reader's thread. */
    void cut() {
        for (SelectionKey each : selector.keys()) {
            if (each.isValid()) close((SocketChannel) each.channel());
        }
    }

    private void close(SocketChannel channel) {
        try {
            if (channel.isConnected()) connected--;
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its thread closes what it holds. */
    @Override
    public void close() {
        closed = true;
        selector.wakeup();
    }
}
