package dev.flightboard.fanout;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** What the fan-out counts; every meter of it is described here, and nowhere else. Any thread. */
@Singleton
class FanoutMetrics {

    private final LongAdder conflated = new LongAdder();
    private final LongAdder snapshots = new LongAdder();
    private final LongAdder unencoded = new LongAdder();
    private final Timer appendToWrite;

    FanoutMetrics(MeterRegistry meters) {
        FunctionCounter.builder("flightboard.stream.conflated", conflated, LongAdder::sum)
                .description(
                        "Changes that a subscriber was not sent because a later one of the same flight took their place")
                .register(meters);
        FunctionCounter.builder("flightboard.stream.snapshots", snapshots, LongAdder::sum)
                .description("Encodings of the whole board, each shared by all who join at the time")
                .register(meters);
        FunctionCounter.builder("flightboard.stream.unencoded", unencoded, LongAdder::sum)
                .description("Frames that could not be encoded for all, so that each subscriber asked for itself")
                .register(meters);
        appendToWrite = Timer.builder("flightboard.stream.append.to.write")
                .description("From a record's timestamp to its hand-over to the event loops")
                // Around the window and the limits that people notice.
                .serviceLevelObjectives(
                        Duration.ofMillis(5),
                        Duration.ofMillis(10),
                        Duration.ofMillis(25),
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(10))
                .register(meters);
    }

    void unencoded() {
        unencoded.increment();
    }

    void conflated(long changes) {
        if (changes > 0) conflated.add(changes);
    }

    void snapshotEncoded() {
        snapshots.increment();
    }

    void handedOver(long millisSinceAppend) {
        appendToWrite.record(Math.max(0, millisSinceAppend), TimeUnit.MILLISECONDS);
    }
}
