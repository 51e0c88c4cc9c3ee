package dev.flightboard.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A slow line to a server on this machine: what passes takes half a round trip, downwards at a rate that all connections
 * share, and a new connection takes a round trip more. Its threads end with their connections.
 */
final class Link implements AutoCloseable {

    private static final int PIECE = 4096;

    private final ServerSocket listener = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
    private final int target;
    private final long roundTripNanos;
    private final double bytesPerNano;
    private long freeAt;

    Link(int target, int roundTripMillis, double megabitsPerSecond) throws IOException {
        this.target = target;
        this.roundTripNanos = TimeUnit.MILLISECONDS.toNanos(roundTripMillis);
        this.bytesPerNano = megabitsPerSecond / 8 / 1000;
        spawn(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    private record Piece(byte[] bytes, int length, long due) {}

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void spawn(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException ended) {
                // One side has gone; so does the thread.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (true) {
            Socket near = listener.accept();
            Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            pass(near, far, roundTripNanos, false);
            pass(far, near, 0, true);
        }
    }

    /** @param first what the first piece takes beyond the way itself */
    private void pass(Socket from, Socket to, long first, boolean metered) {
        BlockingQueue<Piece> underway = new LinkedBlockingQueue<>();
        spawn(() -> {
            InputStream in = from.getInputStream();
            long extra = first;
            for (int length = 0; length >= 0; ) {
                byte[] bytes = new byte[PIECE];
                length = in.read(bytes);
                long sent = System.nanoTime() + extra;
                underway.put(new Piece(bytes, length, (metered ? reserve(length, sent) : sent) + roundTripNanos / 2));
                extra = 0;
            }
        });
        spawn(() -> {
            try (from;
                    to) {
                OutputStream out = to.getOutputStream();
                for (Piece each = underway.take(); each.length >= 0; each = underway.take()) {
                    TimeUnit.NANOSECONDS.sleep(each.due - System.nanoTime());
                    out.write(each.bytes, 0, each.length);
                }
            }
        });
    }

    private synchronized long reserve(int length, long from) {
        freeAt = Math.max(freeAt, from) + (long) (Math.max(0, length) / bytesPerNano);
        return freeAt;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
