package dev.flightboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.fanout.Frame;
import dev.flightboard.fanout.SimulatedAudience;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One compressor, and readers that come, leave something out, are told something else, and go: each reads its own text. */
class GzipCodingTest {

    private static final int SCHEDULES = Integer.getInteger("gzip.schedules", 500);

    // P59, P60, P61
    @Test
    void eachReaderReadsAtEachWriteJustTheTextThatItWasSent() {
        for (int seed = 0; seed < SCHEDULES; seed++) new GzipSchedule(seed).run();
    }

    @Test
    void onceWarmAChangeIsATenthOfItsText() {
        SimulatedAudience audience = new SimulatedAudience();
        GzipReader reader = new GzipReader();
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) reader.take(audience.common(GzipSchedule.change(random)));
        long before = reader.bytes();
        long text = 0;

        for (int i = 0; i < 1_000; i++) {
            Frame frame = audience.common(GzipSchedule.change(random));
            text += frame.text().length();
            reader.take(frame);
        }

        assertThat(reader.bytes() - before).isLessThan(text / 4);
    }

    @Test
    void checksumsOfTextsOfAnyLengthAreThoseOfTheirConcatenation() {
        GzipReader reader = new GzipReader();
        for (int length : new int[] {0, 1, 2, 3, 255, 65_535, 65_536, 200_000}) {
            reader.take(SimulatedAudience.frame("x".repeat(length)));
        }

        reader.end();
    }
}
