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
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** One thread that holds many clients' connections: a select for all that is there, one read each, no more. */
final class Reader implements AutoCloseable {

    // More than a socket's receive buffer holds under load.
    private static final int READ = 256 * 1024;

    // The largest event is a tenth of this.
    private static final int EVENT = 16 * 1024;

    // How often the slow clients read their share of a second.
    private static final int SLOW_MILLIS = 100;

    private final InetSocketAddress address;
    private final Selector selector;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final ByteBuffer raw = ByteBuffer.allocate(READ);
    private final byte[] text = new byte[READ + EVENT];
    private final List<Connection> slow = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "reader");
    private Tally tally = new Tally();
    private long slowAt = System.nanoTime();
    private volatile boolean closed;
    private volatile int connected;

    /** @param bytesPerSecond 0 for as fast as it can */
    record Connection(SocketChannel channel, Client client, String request, int bytesPerSecond) {}

    Reader(int port) throws IOException {
        address = new InetSocketAddress("127.0.0.1", port);
        selector = Selector.open();
        thread.start();
    }

    /** Runs something on this reader's thread, between two reads. */
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
    Connection connect(Client client, String path, String headers, int bytesPerSecond) {
        try {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            // Few bytes in the client's own buffer, so that it is the server that meets a slow reader.
            if (bytesPerSecond > 0) channel.setOption(StandardSocketOptions.SO_RCVBUF, 8 * 1024);
            String request =
                    "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n" + headers + "\r\n";
            Connection connection = new Connection(channel, client, request, bytesPerSecond);
            channel.connect(address);
            channel.register(selector, SelectionKey.OP_CONNECT, connection);
            return connection;
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
                selector.select(this::ready, slow.isEmpty() ? 1000 : SLOW_MILLIS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) task.run();
            if (!slow.isEmpty()) readSlowly();
        }
        closeAll();
    }

    private void closeAll() {
        try {
            for (SelectionKey each : selector.keys()) each.channel().close();
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ready(SelectionKey key) {
        Connection connection = (Connection) key.attachment();
        try {
            if (key.isReadable()) read(connection, READ);
            else if (key.isConnectable()) request(key, connection);
        } catch (IOException | IllegalStateException failed) {
            if (failed instanceof IllegalStateException) tally.violated(failed.getMessage());
            drop(connection);
        }
    }

    private void request(SelectionKey key, Connection connection) throws IOException {
        connection.channel.finishConnect();
        connection.channel.write(ByteBuffer.wrap(connection.request.getBytes(StandardCharsets.US_ASCII)));
        key.interestOps(SelectionKey.OP_READ);
        if (connection.bytesPerSecond > 0) {
            key.interestOps(0);
            slow.add(connection);
        }
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
        connection.client.read(raw.array(), length, text, tally);
    }

    private void readSlowly() {
        long now = System.nanoTime();
        if (now - slowAt < SLOW_MILLIS * 1_000_000L) return;
        slowAt = now;
        for (Connection each : List.copyOf(slow)) {
            try {
                read(each, each.bytesPerSecond * SLOW_MILLIS / 1000);
            } catch (IOException e) {
                drop(each);
            }
        }
    }

    /** Lets the slow ones read as fast as the others. On this reader's thread. */
    void hurry() {
        for (Connection each : slow) each.channel.keyFor(selector).interestOps(SelectionKey.OP_READ);
        slow.clear();
    }

    private void drop(Connection connection) {
        tally.cut++;
        close(connection);
    }

    /** On this reader's thread. */
    void close(Connection connection) {
        try {
            if (connection.channel.isOpen()) connected--;
            slow.remove(connection);
            connection.channel.close();
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
