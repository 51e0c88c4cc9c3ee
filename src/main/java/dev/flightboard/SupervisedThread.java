package dev.flightboard;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jboss.logging.Logger;

/**
 * A thread for work that must never end. Whatever the work throws is told to the log and to health, and the work is started
 * again after a pause. Started and stopped once, by the thread that starts and stops the service; health may be asked by any.
 */
public final class SupervisedThread {

    private static final Logger LOG = Logger.getLogger(SupervisedThread.class);

    // The first failure may be a moment's; one that lasts should neither burn a core nor fill the log.
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    // Work that ran for longer than the longest pause has recovered: the next failure is a new one.
    private static final Duration RECOVERED = Duration.ofMinutes(1);

    // Twice what the work needs to end. A thread that hangs must not keep the service from ending.
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    /** Runs until the thread is {@link #stopping}. To return earlier is a failure, too. */
    public interface Work {
        void run() throws Exception;
    }

    private final String name;
    private final Work work;
    private final Duration firstPause;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean working;
    private volatile String failure;

    public SupervisedThread(String name, Work work) {
        this(name, work, FIRST_PAUSE);
    }

    SupervisedThread(String name, Work work, Duration firstPause) {
        this.name = name;
        this.work = work;
        this.firstPause = firstPause;
        this.thread = new Thread(this::supervise, name);
        // A thread that does not end in time must not keep the process alive.
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /**
     * Returns when the work has ended, or when it has had its time to end.
     *
     * @param wake ends what the work may be waiting for
     */
    public void stop(Runnable wake) throws InterruptedException {
        stop.countDown();
        wake.run();
        thread.join(LONGEST_END.toMillis());
    }

    public boolean stopping() {
        return stop.getCount() == 0;
    }

    /** For the work itself: waits, but not beyond the stop. */
    public void pause(Duration time) throws InterruptedException {
        stop.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Whether the work is being done; not so between a failure and the next beginning. */
    public boolean isWorking() {
        return working;
    }

    /** For liveness: down while the work is not done, with what ended it. */
    public HealthCheckResponse health() {
        String last = failure;
        var response = HealthCheckResponse.named(name).status(working);
        return (last == null ? response : response.withData("failure", last)).build();
    }

    private void supervise() {
        Duration pause = firstPause;
        while (!stopping()) {
            long began = System.nanoTime();
            Throwable failed = attempt();
            if (stopping()) return;
            if (System.nanoTime() - began > RECOVERED.toNanos()) pause = firstPause;
            report(failed, pause);
            try {
                pause(pause);
            } catch (InterruptedException nobodyAsked) {
                // The pause was shorter, nothing else.
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private Throwable attempt() {
        // An interruption that ended the last attempt must not end this one.
        Thread.interrupted();
        working = true;
        try {
            work.run();
            return new IllegalStateException("ended without a reason");
        } catch (Throwable any) {
            // Errors, too: memory may be short for a moment only, and a stack may be too deep only once.
            return any;
        } finally {
            working = false;
        }
    }

    private void report(Throwable failed, Duration pause) {
        try {
            String text = failed.toString();
            // The stack trace once: the same failure again has the same one.
            if (text.equals(failure)) {
                LOG.errorf("Failed again; next attempt in %d ms. part=%s cause=\"%s\"", pause.toMillis(), name, text);
            } else {
                LOG.errorf(failed, "Failed; next attempt in %d ms. part=%s", (Object) pause.toMillis(), name);
            }
            failure = text;
        } catch (Throwable shortOfMemory) {
            // If there is no memory for a log line, it is better to go on without one.
        }
    }
}
