package dev.flightboard.mutants;

import dev.flightboard.http.GzipSchedule;
import dev.flightboard.simulation.Simulation;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What is tried on each mutant, in a class loader of its own. */
public final class Trial {

    private Trial() {}

    /** Returns the first seed from the given one on that fails, and the failure; null where none does in time. */
    public static String firstFailing(long firstSeed, long nanos) {
        long end = System.nanoTime() + nanos;
        for (long seed = firstSeed; System.nanoTime() - end < 0; seed++) {
            try {
                new Simulation(seed).run();
                new GzipSchedule(seed).run();
            } catch (Throwable found) {
                return seed + " " + found.getClass().getSimpleName() + ": " + found.getMessage();
            }
        }
        return null;
    }

    /** Returns the first test of the class that fails; null where none does. */
    public static String firstFailing(String testClass) throws ClassNotFoundException {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(Class.forName(testClass)))
                .build();
        Failures failures = new Failures();
        LauncherFactory.create().execute(request, failures);
        return failures.first.orElse(null);
    }

    private static final class Failures implements TestExecutionListener {

        private Optional<String> first = Optional.empty();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (first.isEmpty() && result.getStatus() == Status.FAILED) first = Optional.of(test.getDisplayName());
        }
    }
}
