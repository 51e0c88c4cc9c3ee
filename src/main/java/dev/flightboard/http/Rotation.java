package dev.flightboard.http;

import dev.flightboard.FlightboardConfig;
import java.util.concurrent.ThreadLocalRandom;

/** When a stream has been open for long enough. */
final class Rotation {

    private Rotation() {}

    /** Spread over the last fifth of the maximum age, so that clients that came together do not leave together. */
    static long millis(FlightboardConfig.Stream settings) {
        double share = 0.8 + 0.2 * ThreadLocalRandom.current().nextDouble();
        return (long) (settings.maxAge().toMillis() * share);
    }
}
