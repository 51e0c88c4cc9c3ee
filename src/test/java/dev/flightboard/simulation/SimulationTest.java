package dev.flightboard.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Whatever happens to a topic, its replicas and its browsers, in whatever order: the board that is seen becomes the board
 * that is in the topic. {@code -Dsimulation.seed=N} replays a run, {@code -Dsimulation.seconds=N} runs longer.
 */
@Execution(ExecutionMode.CONCURRENT)
class SimulationTest {

    private static final Duration TIME = Duration.ofSeconds(Long.getLong("simulation.seconds", 60));

    // P12, P16, P18, P25, P60
    @Test
    void everyBrowserSeesTheBoardThatIsInTheTopic() {
        Long one = Long.getLong("simulation.seed");
        long first = one != null ? one : Long.getLong("simulation.first", new Random().nextLong() >>> 16);
        long end = System.nanoTime() + TIME.toNanos();
        int runs = 0;
        for (long seed = first; System.nanoTime() < end && (one == null || runs == 0); seed++) {
            run(seed);
            runs++;
        }
        System.out.println("Simulated " + runs + " runs from seed " + first);

        assertThat(runs).isPositive();
    }

    private static void run(long seed) {
        try {
            new Simulation(seed).run();
        } catch (Throwable failure) {
            throw new AssertionError("-Dsimulation.seed=" + seed + " fails: " + failure.getMessage(), failure);
        }
    }
}
