package dev.flightboard.soak;

import java.util.Arrays;

/** How long states took from the producer to a client, since they were last taken. Any thread. */
final class Latencies {

    private int[] micros = new int[1024];
    private int size;

    /** A clock that the producer and the clients share, for they are in one JVM. */
    static long micros() {
        return System.nanoTime() / 1_000;
    }

    synchronized void add(long since) {
        if (size == micros.length) micros = Arrays.copyOf(micros, 2 * size);
        micros[size++] = (int) (micros() - since);
    }

    /** @param halfWay below which half of them are */
    record Spread(double halfWay, double worstOfHundred) {}

    /** In milliseconds; not a number if there was none. */
    synchronized Spread take() {
        Arrays.sort(micros, 0, size);
        Spread spread = new Spread(at(0.5), at(0.99));
        size = 0;
        return spread;
    }

    private double at(double share) {
        return size == 0 ? Double.NaN : micros[(int) (share * (size - 1))] / 1_000.0;
    }
}
