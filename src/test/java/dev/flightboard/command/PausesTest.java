package dev.flightboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PausesTest {

    private static final Duration NOTHING_ASKED = Duration.ZERO;

    private final Pauses pauses = new Pauses(Duration.ofSeconds(60));

    @Test
    void eachFailureDoublesThePauseUpToABound() {
        assertThat(failed()).isEqualTo(120);
        assertThat(failed()).isEqualTo(240);
        assertThat(failed()).isEqualTo(300);
        assertThat(failed()).isEqualTo(300);
    }

    @Test
    void aPollThatIsWellEndsTheDoubling() {
        failed();

        assertThat(pauses.after(true, NOTHING_ASKED)).hasSeconds(60);
        assertThat(failed()).isEqualTo(120);
    }

    @Test
    void whatTheApiAsksForIsWaitedFor() {
        assertThat(pauses.after(false, Duration.ofHours(1))).hasHours(1);
        assertThat(pauses.after(false, Duration.ofSeconds(1))).hasSeconds(240);
    }

    private long failed() {
        return pauses.after(false, NOTHING_ASKED).toSeconds();
    }
}
