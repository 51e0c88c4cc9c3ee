package dev.flightboard.support;

import java.io.IOException;
import java.net.ServerSocket;

/** A port that nothing listens on, different each time, and from those that other JVMs of tests are given. */
public final class FreePort {

    // Below the ports that systems give to outgoing connections: one of those could take it before it is used.
    private static final int FIRST = 10_000;
    private static final int A_JVM = 1_000;

    // Open as long as this JVM lives: the thousand from it on is this JVM's.
    private static final ServerSocket CLAIM = claim();
    private static int last = CLAIM.getLocalPort();

    private FreePort() {}

    public static synchronized int next() {
        while (true) {
            try (ServerSocket socket = new ServerSocket(++last)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // The next one.
            }
        }
    }

    private static ServerSocket claim() {
        for (int first = FIRST; ; first += A_JVM) {
            try {
                return new ServerSocket(first);
            } catch (IOException taken) {
                // By another JVM.
            }
        }
    }
}
