package dev.flightboard.support;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** A port that nothing listens on, different each time. */
public final class FreePort {

    // Below the ports that systems give to outgoing connections: one of those could take it before it is used. So could
    // another JVM of tests: each has its own thousands.
    private static final AtomicInteger NEXT = new AtomicInteger(10_000 + 5_000 * Integer.getInteger("test.fork", 0));

    private FreePort() {}

    public static int next() {
        while (true) {
            int port = NEXT.getAndIncrement();
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // The next one.
            }
        }
    }
}
