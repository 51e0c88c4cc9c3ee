package dev.flightboard.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.fanout.Frame;
import dev.flightboard.fanout.SimulatedAudience;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One compressor, and readers that come, leave something out, are told something else, and go: each reads its own text. */
class GzipCodingTest {

    private static final int SCHEDULES = Integer.getInteger("gzip.schedules", 500);

    // P59, P60, P61
    @Test
    void eachReaderReadsAtEachWriteJustTheTextThatItWasSent() {
        for (int seed = 0; seed < SCHEDULES; seed++) new Schedule(seed).run();
    }

    @Test
    void onceWarmAChangeIsATenthOfItsText() {
        SimulatedAudience audience = new SimulatedAudience();
        Reader reader = new Reader();
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) reader.take(audience.common(change(random)));
        long before = reader.bytes;
        long text = 0;

        for (int i = 0; i < 1_000; i++) {
            Frame frame = audience.common(change(random));
            text += frame.text().length();
            reader.take(frame);
        }

        assertThat(reader.bytes - before).isLessThan(text / 4);
    }

    @Test
    void checksumsOfTextsOfAnyLengthAreThoseOfTheirConcatenation() {
        Reader reader = new Reader();
        for (int length : new int[] {0, 1, 2, 3, 255, 65_535, 65_536, 200_000}) {
            reader.take(SimulatedAudience.frame("x".repeat(length)));
        }

        reader.end();
    }

    private static String change(Random random) {
        int flight = random.nextInt(60);
        return "id: AQAAAAAAAAABaX3S" + Integer.toString(random.nextInt(1 << 20), 36) + "\ndata: {\"id\":\"BA" + flight
                + "-2026-01-31\",\"flight\":\"BA" + flight
                + "\",\"origin\":\"London\",\"state\":\"landing\",\"estimated\":"
                + "\"2026-01-31T10:" + (10 + random.nextInt(50)) + ":00Z\",\"terminal\":\"" + flight % 3 + "\"}\n\n";
    }

    private static final class Schedule {

        private final Random random;
        private final SimulatedAudience audience = new SimulatedAudience();
        private final List<Reader> readers = new ArrayList<>();

        private Schedule(long seed) {
            random = new Random(seed);
        }

        private void run() {
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
            readers.forEach(Reader::end);
        }

        private void join() {
            Reader reader = new Reader();
            reader.take(SimulatedAudience.frame(text()));
            readers.add(reader);
        }

        private Reader one() {
            return readers.get(random.nextInt(readers.size()));
        }

        /** @param share of the readers that are told; the others fall behind */
        private void tell(Frame frame, double share) {
            for (Reader each : readers) if (random.nextDouble() < share) each.take(frame);
        }

        private String text() {
            // Now and then larger than all that a decoder remembers.
            int changes = random.nextInt(20) == 0 ? 250 : 1 + random.nextInt(4);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < changes; i++) text.append(change(random));
            return text.toString();
        }
    }

    /** A browser's end: a strict decoder, given what the coding writes, a write at a time. */
    private static final class Reader {

        private final StreamCoding coding = new GzipCoding();
        private final StreamDecoder decoder = new StreamDecoder(true);
        private long bytes;

        private Reader() {
            read(coding.begin("retry: 2000\n\n".getBytes(UTF_8)).bytes(), "retry: 2000\n\n");
        }

        private void take(Frame frame) {
            byte[] written = coding.encode(frame).bytes();
            bytes += written.length;
            read(written, new String(frame.text().bytes(), UTF_8));
        }

        private void read(byte[] written, String expected) {
            assertThat(new String(decoder.decode(written), UTF_8)).isEqualTo(expected);
        }

        private void end() {
            read(coding.nothing().bytes(), "");
            read(coding.end().bytes(), "");
            decoder.checkEnd();
            decoder.close();
        }
    }
}
