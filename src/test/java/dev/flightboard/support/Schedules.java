package dev.flightboard.support;

import org.jetbrains.lincheck.Lincheck;

/**
 * Runs real threads under schedules that Lincheck chooses: one thread at a time, switched at reads and writes of what they
 * share. A test fails with the schedule that broke it, and breaks at the same one each time.
 */
public final class Schedules {

    // The first ones switch once, at each place in turn, later ones more often. Each fault that was planted is found
    // within
    // these; more take as much longer.
    private static final int SCHEDULES = Integer.getInteger("schedules", 100);

    static {
        // The first run also has to prepare the classes that all tests use, and a run may take thirty seconds. On a
        // busy
        // machine this and a test's own classes would be too much for one.
        Lincheck.runConcurrentTest(1, () -> together(() -> {}, () -> {}));
    }

    private Schedules() {}

    /** Runs it under one schedule after the other. AssertJ cannot be used in it: Lincheck follows every call. */
    public static void each(Runnable run) {
        Lincheck.runConcurrentTest(SCHEDULES, run);
    }

    /** Runs both, each on a thread of its own, until both have ended. */
    public static void together(Runnable one, Runnable other) {
        Thread first = new Thread(one);
        Thread second = new Thread(other);
        first.start();
        second.start();
        try {
            first.join();
            second.join();
        } catch (InterruptedException nobodyAsked) {
            throw new IllegalStateException(nobodyAsked);
        }
    }

    public static void check(boolean holds, String what) {
        if (!holds) throw new AssertionError(what);
    }
}
