package dev.flightboard.bridge;

import java.util.concurrent.TimeUnit;

/** Keeps requests as far apart as they may be. Used by one thread. */
final class RateLimit {

    private final long gapNanos;
    private long nextAt = System.nanoTime();

    RateLimit(int requestsPerMinute) {
        this.gapNanos = TimeUnit.MINUTES.toNanos(1) / requestsPerMinute;
    }

    void await() throws InterruptedException {
        long left = nextAt - System.nanoTime();
        if (left > 0) TimeUnit.NANOSECONDS.sleep(left);
        nextAt = System.nanoTime() + gapNanos;
    }
}
