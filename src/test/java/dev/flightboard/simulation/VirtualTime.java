package dev.flightboard.simulation;

import dev.flightboard.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The true time of a run, and clocks that lie some way from it. */
final class VirtualTime {

    private Instant now = Instant.parse("2026-01-31T10:00:00Z");
    private long nanos;

    Instant now() {
        return now;
    }

    long millis() {
        return now.toEpochMilli();
    }

    long nanos() {
        return nanos;
    }

    void pass(Duration time) {
        now = now.plus(time);
        nanos += time.toNanos();
    }

    /** As somebody sees it whose clock is ahead by so much. */
    Time ahead(Duration by) {
        return new Time(new Skewed(by), () -> nanos);
    }

    private final class Skewed extends Clock {

        private final Duration by;

        private Skewed(Duration by) {
            this.by = by;
        }

        @Override
        public Instant instant() {
            return now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
