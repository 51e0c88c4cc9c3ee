package dev.flightboard.support;

import java.util.concurrent.atomic.AtomicReference;
import org.jetbrains.lincheck.Lincheck;

/**
 * Runs real threads under schedules that Lincheck chooses: one thread at a time, switched at reads and writes of what they
 * share. A test fails with the schedule that broke it, and breaks at the same one each time.
 */
public final class Schedules {

    private static boolean prepared;

    private Schedules() {}

    /**
     * Runs it under so many schedules, or as many as {@code -Dschedules} says. The first ones switch once, at another place
     * each time, later ones more often. AssertJ cannot be used in it: Lincheck follows every call.
     */
    public static void each(int schedules, Runnable run) {
        // Once as it comes, so that no class is initialized by a thread that Lincheck stops meanwhile.
        run.run();
        prepare();
        Lincheck.runConcurrentTest(Integer.getInteger("schedules", schedules), run);
    }

    /**
     * Has Lincheck meet the classes of threads, so that on a busy machine the first run has less to do: each class is
     * prepared when it is first met, and a run is given up after thirty seconds.
     */
    private static void prepare() {
        if (prepared) return;
        prepared = true;
        Lincheck.runConcurrentTest(1, () -> together(() -> {}, () -> {}));
    }

    /** Runs both, each on a thread of its own, until both have ended; fails if one of them does. */
    public static void together(Runnable one, Runnable other) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        // Of no class of their own: Lincheck knows the end of a Thread only.
        Thread first = new Thread(() -> run(one, failure));
        Thread second = new Thread(() -> run(other, failure));
        first.start();
        second.start();
        try {
            first.join();
            second.join();
        } catch (InterruptedException nobodyAsked) {
            failure.set(nobodyAsked);
        }
        if (failure.get() != null) throw new AssertionError(failure.get());
    }

    /** What a thread throws would else end that thread alone. */
    private static void run(Runnable work, AtomicReference<Throwable> failure) {
        try {
            work.run();
        } catch (RuntimeException | Error thrown) {
            failure.set(thrown);
        }
    }

    public static void check(boolean holds, String what) {
        if (!holds) throw new AssertionError(what);
    }
}
