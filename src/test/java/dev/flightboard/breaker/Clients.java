package dev.flightboard.breaker;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Function;

/** All clients on one thread, each of which comes back when its connection ends. */
final class Clients implements AutoCloseable {

    private static final int TICK_MILLIS = 20;

    // What a slow client reads at once: with its pauses, a fifth of what it is told.
    private static final int SLOW_READ = 4 * 1024;

    // The kernel holds little for a client that does not read. With less, one that has a backlog to read is
    // slowed by TCP.
    private static final int SLOW_BUFFER = 32 * 1024;

    // P15: who hears nothing for so long may take the stream for dead.
    private static final long DEAD_MILLIS = 40_000;

    private final InetSocketAddress origin;
    private final Selector selector;
    private final List<Client> clients = new ArrayList<>();
    private final Queue<Due> due = new PriorityQueue<>(Comparator.comparingLong(Due::at));
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    private final Thread thread = new Thread(this::run, "clients");
    private final Tally tally;
    // While calm, nobody is slow and nobody cuts.
    private volatile boolean calm;
    private boolean calmed;
    private volatile boolean closed;
    private volatile Throwable failure;

    private record Due(long at, Runnable what) {}

    Clients(int port, int size, Ledger ledger, Tally tally, long seed) throws IOException {
        this.origin = new InetSocketAddress("127.0.0.1", port);
        this.selector = Selector.open();
        this.tally = tally;
        long now = System.currentTimeMillis();
        for (int number = 0; number < size; number++) {
            Client client = new Client(number, ledger, tally, seed);
            clients.add(client);
            // Not all in one instant.
            due.add(new Due(now + number * 3L, () -> connect(client)));
        }
        thread.start();
    }

    /** Between two reads: what it sees stands still. */
    synchronized <T> T look(Function<List<Client>, T> question) {
        if (failure != null) throw new IllegalStateException("the clients failed", failure);
        return question.apply(clients);
    }

    synchronized <T> T figures(Function<Tally, T> question) {
        return question.apply(tally);
    }

    void calm(boolean now) {
        calm = now;
    }

    private void run() {
        try {
            long sweepAt = System.currentTimeMillis() + 1_000;
            while (!closed) {
                selector.select(TICK_MILLIS);
                turn();
                if (System.currentTimeMillis() < sweepAt) continue;
                sweepAt += 1_000;
                sweep();
            }
        } catch (Throwable failed) {
            failure = failed;
        }
    }

    private synchronized void turn() {
        if (calm && !calmed) wake();
        calmed = calm;
        while (!due.isEmpty() && due.peek().at() <= System.currentTimeMillis())
            due.remove().what().run();
        for (SelectionKey key : selector.selectedKeys()) {
            try {
                if (key.isConnectable()) connected(key);
                else if (key.isValid() && key.isReadable()) read(key);
            } catch (IOException cut) {
                end(key, "was cut: " + cut.getMessage());
            }
        }
        selector.selectedKeys().clear();
    }

    private void connect(Client client) {
        try {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            if (client.habit.slow()) channel.setOption(StandardSocketOptions.SO_RCVBUF, SLOW_BUFFER);
            SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT, new Line(client));
            try {
                if (channel.connect(origin)) connected(key);
            } catch (IOException refused) {
                end(key, "was not let in: " + refused.getMessage());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void connected(SelectionKey key) throws IOException {
        SocketChannel channel = (SocketChannel) key.channel();
        channel.finishConnect();
        Client client = ((Line) key.attachment()).client;
        // A request fits an empty socket's buffer.
        channel.write(ByteBuffer.wrap(client.request(System.currentTimeMillis())));
        key.interestOps(SelectionKey.OP_READ);
    }

    private void read(SelectionKey key) throws IOException {
        Line line = (Line) key.attachment();
        buffer.clear();
        if (calm) line.left = Math.max(line.left, buffer.capacity());
        buffer.limit(Math.min(line.left, line.client.habit.slow() && !calm ? SLOW_READ : buffer.capacity()));
        int length = ((SocketChannel) key.channel()).read(buffer);
        if (length < 0) {
            end(key, "was ended");
            return;
        }
        long now = System.currentTimeMillis();
        line.heardAt = now;
        line.left -= line.client.habit.cuts() ? length : 0;
        line.client.read(buffer.array(), length, now);
        if (line.left <= 0) end(key, "cuts");
        else if (line.client.habit.slow() && !calm) rest(key, now + line.client.pauseMillis());
    }

    private void rest(SelectionKey key, long until) {
        key.interestOps(0);
        due.add(new Due(until, () -> {
            if (key.isValid() && key.interestOps() == 0) key.interestOps(SelectionKey.OP_READ);
        }));
    }

    private void wake() {
        for (SelectionKey key : selector.keys()) {
            if (key.isValid() && key.interestOps() == 0) key.interestOps(SelectionKey.OP_READ);
        }
    }

    private void end(SelectionKey key, String how) {
        try {
            key.channel().close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Client client = ((Line) key.attachment()).client;
        long now = System.currentTimeMillis();
        due.add(new Due(now + client.ended(now, how), () -> connect(client)));
    }

    private synchronized void sweep() {
        long now = System.currentTimeMillis();
        for (SelectionKey key : List.copyOf(selector.keys())) {
            if (key.isValid() && now - ((Line) key.attachment()).heardAt > DEAD_MILLIS) end(key, "heard nothing");
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
