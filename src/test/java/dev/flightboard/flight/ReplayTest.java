package dev.flightboard.flight;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {

    private static final Instant BEGAN = Instant.parse("2026-11-27T09:00:00Z");
    private static final Instant FROM = Instant.parse("2023-01-11T06:00:00Z");
    private static final Replay REPLAY = new Replay(BEGAN, FROM, FROM.plusSeconds(86_400), 60);

    @Test
    void aHeaderIsReadAsItWasWritten() {
        assertThat(Replay.parse(REPLAY.toHeader())).isEqualTo(REPLAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "60",
                "a b c d",
                "2026-11-27T09:00:00Z 2023-01-11T06:00:00Z 2023-01-12T06:00:00Z 0",
                "2026-11-27T09:00:00Z 2023-01-11T06:00:00Z 2023-01-12T06:00:00Z 1000000",
                "2026-11-27T09:00:00Z 2023-01-11T06:00:00Z 2023-01-12T06:00:00Z 99999999999999",
                "+1000000000-12-31T23:59:59Z 2023-01-11T06:00:00Z 2023-01-12T06:00:00Z 60"
            })
    void anythingElseIsNone(String header) {
        assertThat(Replay.parse(header.getBytes(UTF_8))).isNull();
    }

    @Test
    void noHeaderAndALongOneAreNone() {
        assertThat(Replay.parse(null)).isNull();
        assertThat(Replay.parse(new byte[1_000_000])).isNull();
    }
}
