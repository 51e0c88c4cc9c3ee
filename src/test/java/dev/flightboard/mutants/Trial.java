package dev.flightboard.mutants;

import dev.flightboard.http.GzipSchedule;
import dev.flightboard.simulation.Simulation;

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
}
