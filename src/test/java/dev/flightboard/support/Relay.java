package dev.flightboard.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** The network between a service and a port of this machine: it passes what is sent, or does as bad networks do. */
public final class Relay implements AutoCloseable {

    private enum Mode {
        PASS,
        SWALLOW,
        CUT
    }

    // As many as a crowd that comes back at once.
    private static final int MOST_WAITING = 1_000;

    // Linux's shortest.
    private static final long RESEND_MILLIS = 200;

    private final ServerSocket listener;
    private final int target;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private volatile Mode mode = Mode.PASS;
    private volatile Duration delay = Duration.ZERO;
    private volatile double loss;

    public Relay(int target) {
        this(0, target);
    }

    /** One that listens on this port. */
    public Relay(int port, int target) {
        this.target = target;
        try {
            listener = new ServerSocket(port, MOST_WAITING, InetAddress.getByName("localhost"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Again, for connections that are opened from now on. */
    public void pass() {
        delay = Duration.ZERO;
        loss = 0;
        mode = Mode.PASS;
    }

    /** As a firewall that has forgotten: everything is taken, nothing arrives; the connections of now never recover. */
    public void swallow() {
        mode = Mode.SWALLOW;
        connections.forEach(each -> each.swallowed = true);
    }

    /** All connections end, and new ones at once. */
    public void cut() {
        mode = Mode.CUT;
        connections.forEach(Connection::close);
    }

    /** All connections end by a reset; new ones pass. */
    public void reset() {
        connections.forEach(Connection::reset);
    }

    /** Everything arrives, so much later. */
    public void slow(Duration by) {
        delay = by;
    }

    /**
     * As a line that loses this share of all packets: TCP sends them again, later with each try, and what comes behind
     * waits.
     */
    public void lossy(double share) {
        loss = share;
    }

    private long latenessMillis() {
        long late = delay.toMillis();
        for (long pause = RESEND_MILLIS; ThreadLocalRandom.current().nextDouble() < loss; pause *= 2) late += pause;
        return late;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Connection connection = new Connection(listener.accept());
                if (mode == Mode.CUT) connection.close();
                else start(connection::pass);
            } catch (IOException closed) {
                // The end of the relay.
            }
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            connections.forEach(Connection::close);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private final class Connection {

        private final Socket client;
        private final Socket server = new Socket();
        private volatile boolean swallowed = mode == Mode.SWALLOW;

        Connection(Socket client) {
            this.client = client;
        }

        void pass() {
            connections.add(this);
            try {
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                server.connect(new InetSocketAddress("localhost", target));
            } catch (IOException away) {
                // The client sees a cut.
                close();
                return;
            }
            start(() -> pump(client, server));
            pump(server, client);
        }

        private void pump(Socket from, Socket to) {
            byte[] buffer = new byte[64 * 1024];
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    long late = latenessMillis();
                    if (late > 0) Thread.sleep(late);
                    if (!swallowed) out.write(buffer, 0, read);
                }
            } catch (IOException | InterruptedException ended) {
                // By either side.
            }
            // Nor does an end pass through a hole.
            if (!swallowed) close();
        }

        void reset() {
            try {
                client.setSoLinger(true, 0);
                server.setSoLinger(true, 0);
            } catch (IOException ended) {
                // By either side, a moment ago.
            }
            close();
        }

        void close() {
            connections.remove(this);
            try {
                client.close();
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
