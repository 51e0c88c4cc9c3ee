package dev.flightboard.feed;

import dev.flightboard.SupervisedThread;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Notices when the machine's clock is set back. Kafka's clients measure their waits by that clock: a wait that has begun ends
 * only when the clock shows the time again at which it was to end, and so do the pauses before they connect anew or ask for
 * leaders. Its own thread watches; the feed's thread asks.
 */
@Singleton
class ClockWatch {

    private static final Logger LOG = Logger.getLogger(ClockWatch.class);

    // A board is told to be stale after some seconds: before that, the clients should be new.
    private static final Duration EVERY = Duration.ofSeconds(1);

    // By so little a wait may be longer. Clocks that are kept right by NTP are set back by less.
    private static final long MOST_MILLIS = 1_000;

    private final SupervisedThread thread = new SupervisedThread("clock", this::run);
    private final AtomicBoolean setBack = new AtomicBoolean();
    private Runnable wake;
    private long ahead;

    /** @param wake is run after each step back, by the watch's thread */
    void start(Runnable wake) {
        this.wake = wake;
        ahead = ahead();
        thread.start();
    }

    void stop() throws InterruptedException {
        thread.stop(() -> {});
    }

    /** Whether the clock was set back since the last question. */
    boolean wasSetBack() {
        return setBack.getAndSet(false);
    }

    private void run() throws InterruptedException {
        while (!thread.stopping()) {
            thread.pause(EVERY);
            long before = ahead;
            ahead = ahead();
            if (before - ahead <= MOST_MILLIS) continue;
            LOG.warnf("The clock was set back; Kafka's clients are made anew. milliseconds=%d", before - ahead);
            setBack.set(true);
            wake.run();
        }
    }

    /** How far the clock is ahead of the one that only goes forward, in milliseconds. */
    private static long ahead() {
        return System.currentTimeMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }
}
