package dev.flightboard.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** What the stream counts; every meter of it is described here, and nowhere else. Any thread. */
@ApplicationScoped
class StreamMetrics {

    private final MeterRegistry meters;
    private final LongAdder deliveries = new LongAdder();
    private final LongAdder writes = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder conflated = new LongAdder();
    private final LongAdder snapshots = new LongAdder();
    private final Timer appendToWrite;
    private final Map<EndReason, Counter> ends = new EnumMap<>(EndReason.class);

    StreamMetrics(MeterRegistry meters) {
        this.meters = meters;
        FunctionCounter.builder("flightboard.stream.deliveries", deliveries, LongAdder::sum)
                .description("Events written to subscribers; divided by writes, the coalescing factor")
                .register(meters);
        FunctionCounter.builder("flightboard.stream.writes", writes, LongAdder::sum)
                .description("Writes to subscribers' sockets, heartbeats included")
                .register(meters);
        FunctionCounter.builder("flightboard.stream.bytes", bytes, LongAdder::sum)
                .description("Bytes written to subscribers")
                .baseUnit("bytes")
                .register(meters);
        FunctionCounter.builder("flightboard.stream.conflated", conflated, LongAdder::sum)
                .description(
                        "Changes that a subscriber was not sent because a later one of the same flight took their place")
                .register(meters);
        FunctionCounter.builder("flightboard.stream.snapshots", snapshots, LongAdder::sum)
                .description("Encodings of the whole board, each shared by all who join at the time")
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
        for (EndReason reason : EndReason.values()) {
            ends.put(
                    reason,
                    Counter.builder("flightboard.stream.ends")
                            .description("Streams that ended, by reason")
                            .tag("reason", reason.label())
                            .register(meters));
        }
    }

    void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(meters);
    }

    void written(Frame frame) {
        deliveries.add(frame.events());
        writes.increment();
        bytes.add(frame.chunk().readableBytes());
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

    void ended(EndReason reason) {
        ends.get(reason).increment();
    }

    void refused(String reason) {
        Counter.builder("flightboard.stream.refused")
                .description("Streams refused at the door with 503, by reason")
                .tag("reason", reason)
                .register(meters)
                .increment();
    }
}
