package dev.flightboard.http;

import dev.flightboard.fanout.Frame;
import dev.flightboard.fanout.SimulatedAudience;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Readers of one compressor that come, leave something out, are told something else, and go: a seed decides. */
public final class GzipSchedule {

    private final Random random;
    private final SimulatedAudience audience = new SimulatedAudience();
    private final List<GzipReader> readers = new ArrayList<>();

    public GzipSchedule(long seed) {
        random = new Random(seed);
    }

    /** Throws where a reader reads another text than it was sent. */
    public void run() {
        for (int step = 0; step < 60; step++) {
            switch (random.nextInt(12)) {
                case 0 -> join();
                case 1 -> {
                    if (!readers.isEmpty()) one().take(SimulatedAudience.frame(text()));
                }
                case 2 -> tell(audience.common(text()), 0.5);
                case 3 -> tell(audience.hurried(text()), 1);
                case 4 -> {
                    if (!readers.isEmpty())
                        readers.remove(random.nextInt(readers.size())).end();
                }
                default -> tell(audience.common(text()), 1);
            }
        }
        readers.forEach(GzipReader::end);
    }

    private void join() {
        GzipReader reader = new GzipReader();
        reader.take(SimulatedAudience.frame(text()));
        readers.add(reader);
    }

    private GzipReader one() {
        return readers.get(random.nextInt(readers.size()));
    }

    /** @param share of the readers that are told; the others fall behind */
    private void tell(Frame frame, double share) {
        for (GzipReader each : readers) if (random.nextDouble() < share) each.take(frame);
    }

    private String text() {
        // Now and then larger than all that a decoder remembers, or than what the compressor hands out at once.
        int size = random.nextInt(1_000);
        int changes = size == 0 ? 900 : size <= 50 ? 250 : 1 + random.nextInt(4);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < changes; i++) text.append(change(random));
        return text.toString();
    }

    static String change(Random random) {
        int flight = random.nextInt(60);
        return "id: AQAAAAAAAAABaX3S" + Integer.toString(random.nextInt(1 << 20), 36) + "\ndata: {\"id\":\"BA" + flight
                + "-2026-01-31\",\"flight\":\"BA" + flight
                + "\",\"origin\":\"London\",\"state\":\"landing\",\"estimated\":"
                + "\"2026-01-31T10:" + (10 + random.nextInt(50)) + ":00Z\",\"terminal\":\"" + flight % 3 + "\"}\n\n";
    }
}
