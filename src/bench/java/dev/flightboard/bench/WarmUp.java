package dev.flightboard.bench;

import java.io.IOException;

/**
 * Repeats some work until the just-in-time compilers of all processes are through: before that they take the cores from
 * those they compile for, and a measurement is one of them.
 */
record WarmUp(Settings settings, Jvm server, Jvm broker) {

    // Of a core, for all processes together: what is left is too rare to be seen in what is measured.
    private static final double QUIET_PERCENT = 2;

    interface Work {
        void run() throws Exception;
    }

    void with(Work work) throws Exception {
        long begun = System.nanoTime();
        double percent = 100;
        while (seconds(begun) < settings.leastWarmUpSeconds()
                || (percent > QUIET_PERCENT && seconds(begun) < settings.mostWarmUpSeconds())) {
            long before = compilerMicros();
            long since = System.nanoTime();
            work.run();
            percent = 100 * (compilerMicros() - before) / 1e6 / seconds(since);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private long compilerMicros() throws IOException {
        return server.compilerMicros() + Jvm.ownCompilerMicros() + (broker == null ? 0 : broker.compilerMicros());
    }
}
