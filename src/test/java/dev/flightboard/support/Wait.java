package dev.flightboard.support;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** How long tests wait for what must happen: a condition ends the wait, and a deadline the test. */
public final class Wait {

    /** Five times what the slowest start takes on two busy cores. */
    public static final Duration DEADLINE = Duration.ofSeconds(30);

    /** Between two looks at a condition. */
    public static final Duration BRIEFLY = Duration.ofMillis(50);

    private Wait() {}

    public static void until(String condition, Callable<Boolean> holds) {
        Awaitility.await(condition).atMost(DEADLINE).pollInterval(BRIEFLY).until(holds);
    }

    /** For a condition that says itself what is amiss. */
    public static void untilAsserted(String condition, ThrowingRunnable holds) {
        Awaitility.await(condition).atMost(DEADLINE).pollInterval(BRIEFLY).untilAsserted(holds);
    }
}
