package dev.flightboard.fanout;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** What the fan-out counts; every meter of it is described here, and nowhere else. Any thread. */
@Singleton
class FanoutMetrics {

    private final LongAdder conflated = new LongAdder();
    private final LongAdder snapshots = new LongAdder();
    private final Map<Integer, Form> forms = new HashMap<>();
    private final LongAdder unencoded = new LongAdder();
    private final Timer appendToWrite;

    /** Bytes of frames before and after they were compressed to the form with one history. */
    private record Form(LongAdder before, LongAdder after) {

        static Form register(int history, MeterRegistry meters) {
            Form form = new Form(new LongAdder(), new LongAdder());
            register("flightboard.stream.compressed.before", history, form.before, meters);
            register("flightboard.stream.compressed.after", history, form.after, meters);
            return form;
        }

        private static void register(String name, int history, LongAdder bytes, MeterRegistry meters) {
            FunctionCounter.builder(name, bytes, LongAdder::sum)
                    .description(
                            "Bytes of frames compressed for all, before or after, by how much history they suppose")
                    .baseUnit("bytes")
                    .tag("history", String.valueOf(history))
                    .register(meters);
        }
    }

    FanoutMetrics(MeterRegistry meters) {
        FunctionCounter.builder("flightboard.stream.conflated", conflated, LongAdder::sum)
                .description(
                        "Changes that a subscriber was not sent because a later one of the same flight took their place")
                .register(meters);
        FunctionCounter.builder("flightboard.stream.snapshots", snapshots, LongAdder::sum)
                .description("Encodings of the whole board, each shared by all who join at the time")
                .register(meters);
        for (int history : Deflated.HISTORIES) forms.put(history, Form.register(history, meters));
        FunctionCounter.builder("flightboard.stream.unencoded", unencoded, LongAdder::sum)
                .description("Frames that could not be encoded for all, so that each subscriber asked for itself")
                .register(meters);
        appendToWrite = Timer.builder("flightboard.stream.append.to.write")
                .description("From a record's timestamp to its hand-over to the event loops")
                // Close together around the window, and around the delays that people notice.
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

    /**
     * @param history of the form, in bytes
     */
    void compressed(int history, int before, int after) {
        Form form = forms.get(history);
        form.before.add(before);
        form.after.add(after);
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
