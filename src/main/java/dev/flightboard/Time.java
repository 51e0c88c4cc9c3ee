package dev.flightboard;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The two clocks of the service: the one that people read, which may be set forward and back, and one that only goes
 * forward, for measuring how long something took. Any thread.
 */
public record Time(Clock clock, LongSupplier forward) {

    public static Time system() {
        return new Time(Clock.systemUTC(), System::nanoTime);
    }

    public Instant now() {
        return clock.instant();
    }

    /** On the clock that only goes forward; of meaning only beside another such moment. */
    public long nanos() {
        return forward.getAsLong();
    }
}
