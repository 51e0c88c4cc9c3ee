package dev.flightboard.fanout;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Who watches one view, and the compressing of what all of them are sent, without a hub around it. */
public final class SimulatedAudience {

    private final Audience audience = new Audience(View.WHOLE_BOARD, 0);
    private final Compression compression;
    private long now;

    public SimulatedAudience() {
        compression = new Compression(new FanoutMetrics(new SimpleMeterRegistry()), () -> now);
        audience.compressed = 1;
    }

    /** A frame for all. */
    public Frame common(String text) {
        Frame frame = frame(text);
        // Time enough for every form that is wanted.
        now += 1_000_000_000;
        compression.add(audience, frame);
        compression.run();
        return frame;
    }

    /** A frame for all, for whose compressing no time is left. */
    public Frame hurried(String text) {
        Frame frame = frame(text);
        compression.exhaust();
        compression.add(audience, frame);
        compression.run();
        return frame;
    }

    /** A frame for some. */
    public static Frame frame(String text) {
        byte[] event = text.getBytes(StandardCharsets.UTF_8);
        return Frame.of(Frame.Kind.NEWS, View.WHOLE_BOARD, null, null, List.of(event), null, States.NONE);
    }
}
