package dev.flightboard.bench;

import java.util.concurrent.Callable;

/** Waits for what another process or thread brings about. */
final class Wait {

    // Longer than anything here takes, so that whoever waits longer waits in vain.
    private static final long SECONDS = 60;

    private Wait() {}

    /** What the call gives once that is neither null nor false. */
    static <T> T until(String what, Callable<T> call) throws Exception {
        long end = System.nanoTime() + SECONDS * 1_000_000_000;
        while (System.nanoTime() < end) {
            T answer = call.call();
            if (answer != null && !Boolean.FALSE.equals(answer)) return answer;
            Thread.sleep(5);
        }
        throw new IllegalStateException(what + " did not come in " + SECONDS + " s");
    }
}
