package dev.flightboard.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class SeriesTest {

    @Test
    void whatIsFlatButForNoiseIsFlat() {
        Random noise = new Random(1);

        Series series = series(at -> 100 + noise.nextInt(40) - 20);

        assertThat(series.isFlat()).isTrue();
    }

    @Test
    void whatGrowsSteadilyIsNot() {
        // Over the middle's median 17, over the last's 28.
        Series series = series(at -> 100 + at);

        assertThat(series.isFlat()).isFalse();
        assertThat(series).hasToString("memory: 250.0 MB in the middle third, 350.0 in the last");
    }

    @Test
    void growthInTheWarmUpIsNone() {
        Series series = series(at -> Math.min(100, at));

        assertThat(series.isFlat()).isTrue();
    }

    @Test
    void aFewHighSamplesAreNoGrowth() {
        Series series = series(at -> at % 10 == 0 ? 1_000 : 100);

        assertThat(series.isFlat()).isTrue();
    }

    @Test
    void samplesThatCouldNotBeHadAreLeftOut() {
        Series series = series(at -> at % 6 == 0 ? 100 + at : Double.NaN);

        assertThat(series.isFlat()).isFalse();
    }

    @Test
    void aSeriesWithoutSamplesIsNotFlat() {
        assertThat(series(at -> Double.NaN).isFlat()).isFalse();
    }

    private static Series series(IntToDoubleFunction value) {
        Series series = new Series("memory", "MB", 10);
        for (int at = 0; at < 300; at++) series.add(value.applyAsDouble(at));
        return series;
    }
}
