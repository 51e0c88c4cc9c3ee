package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.EventStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a browser brings as its cursor: the board, never silence, never an error. */
class CursorIT {

    private final Service service = Service.shared();
    private final String id = Service.newId();

    @BeforeEach
    void aFlightIsLanding() {
        service.show(id, "landing");
    }

    // P22
    @ParameterizedTest
    @MethodSource("hostile")
    void aHostileHeaderGetsTheWholeBoard(String cursor) {
        try (EventStream stream = service.live("", "Last-Event-ID", cursor)) {

            assertThat(stream.text()).contains("event: reset\n");
            assertThat(stream.board().state(id)).isEqualTo("landing");
        }
    }

    // P22
    @ParameterizedTest
    @MethodSource("hostile")
    void aHostileQueryGetsTheWholeBoard(String cursor) {
        String escaped = URLEncoder.encode(cursor, StandardCharsets.ISO_8859_1);

        try (EventStream stream = service.live("?after=" + escaped)) {

            assertThat(stream.text()).contains("event: reset\n");
            assertThat(stream.board().state(id)).isEqualTo("landing");
        }
    }

    // P21
    @Test
    void theHeaderCountsBeforeTheQuery() {
        String cursor = service.cursor();

        try (EventStream stream = service.live("?after=nonsense", "Last-Event-ID", cursor)) {

            assertThat(stream.text()).doesNotContain("reset");
        }
    }

    // P31
    @Test
    void aCursorFromTheFutureGetsTheWholeBoard() {
        byte[] bytes = Base64.getUrlDecoder().decode(service.cursor());
        // Format, topic, seconds.
        ByteBuffer.wrap(bytes).putInt(7, Integer.MAX_VALUE);

        try (EventStream stream =
                service.live("", "Last-Event-ID", Base64.getUrlEncoder().encodeToString(bytes))) {

            assertThat(stream.text()).contains("event: reset\n");
        }
    }

    static Stream<String> hostile() {
        return Stream.of(
                "",
                "0",
                "-1",
                "null",
                "42",
                "../../etc/passwd",
                "\u00ff\u00fe\u00a0é",
                "AQAAAAAAAAAAAAAAAA",
                // One of a topic that has never been.
                "AQECAwQFBgcIaX3WgAUGBw",
                "A".repeat(10_240),
                "%".repeat(3_000));
    }
}
