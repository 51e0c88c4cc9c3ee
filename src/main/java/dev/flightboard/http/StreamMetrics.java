package dev.flightboard.http;

import dev.flightboard.fanout.Chunk;
import dev.flightboard.fanout.Frame;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** What the streams count; every meter of it is described here, and nowhere else. Any thread. */
@Singleton
class StreamMetrics {

    private final MeterRegistry meters;
    private final LongAdder deliveries = new LongAdder();
    private final LongAdder writes = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder text = new LongAdder();
    private final Map<EndReason, Counter> ends = new EnumMap<>(EndReason.class);
    private final Map<Refusal, Counter> refusals = new EnumMap<>(Refusal.class);

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
        FunctionCounter.builder("flightboard.stream.text", text, LongAdder::sum)
                .description(
                        "Bytes of the text written to subscribers, before it was compressed for those who read that")
                .baseUnit("bytes")
                .register(meters);
        for (EndReason reason : EndReason.values()) {
            ends.put(
                    reason,
                    Counter.builder("flightboard.stream.ends")
                            .description("Streams that ended, by reason")
                            .tag("reason", reason.label())
                            .register(meters));
        }
        for (Refusal refusal : Refusal.values()) {
            refusals.put(
                    refusal,
                    Counter.builder("flightboard.stream.refused")
                            .description("Streams refused at the door with 503, by reason")
                            .tag("reason", refusal.label())
                            .register(meters));
        }
    }

    void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(meters);
    }

    void written(Frame frame, Chunk chunk) {
        deliveries.add(frame.events());
        writes.increment();
        bytes.add(chunk.length());
        text.add(frame.text().length());
    }

    /** One state more to a reader of states, which was sent so many bytes since the last. */
    void told(long newBytes) {
        deliveries.increment();
        writes.increment();
        bytes.add(newBytes);
        text.add(newBytes);
    }

    void ended(EndReason reason) {
        ends.get(reason).increment();
    }

    void refused(Refusal refusal) {
        refusals.get(refusal).increment();
    }
}
