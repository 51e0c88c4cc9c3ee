package dev.flightboard;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The two clocks of the service: the wall clock, which may be set forward and back, and one that only goes forward, for
 * measuring how long something took. Any thread.
 */
public record Time(Clock clock, LongSupplier forward) {

    public static Time system() {
        return new Time(Clock.systemUTC(), System::nanoTime);
    }

    public Instant now() {
        return clock.instant();
    }

    /** On the clock that only goes forward; only the difference of two such values has a meaning. */
    public long nanos() {
        return forward.getAsLong();
    }
}
