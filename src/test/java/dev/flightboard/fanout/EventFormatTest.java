package dev.flightboard.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.flight.FlightState;
import dev.flightboard.flight.Replay;
import dev.flightboard.support.Flights;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventFormatTest {

    @Test
    void aFlightIsOneLineOfJsonWithTheFieldsItHas() {
        FlightState flight = Flights.flight("I768", "landing", "Rome", null);

        assertThat(EventFormat.state(flight))
                .asString(UTF_8)
                .isEqualTo("{\"id\":\"I768\",\"flight\":\"I768\",\"origin\":\"Rome\",\"state\":\"landing\"}");
    }

    // P9
    @Test
    void everyFieldOfAFlightIsWritten() {
        Instant time = Instant.parse("2026-01-31T10:10:00Z");
        FlightState flight = FlightState.of("leg-1")
                .flight("BA1")
                .state("landed")
                .origin("London")
                .scheduled(time)
                .estimated(time)
                .actual(time)
                .arrival("10:10")
                .airline("BA")
                .terminal("3")
                .gate("C4")
                .belt("9")
                .codeshares(List.of("AA6"))
                .build();

        assertThat(EventFormat.state(flight)).asString(UTF_8).isEqualTo("""
                        {"id":"leg-1","flight":"BA1","origin":"London","arrival":"10:10","state":"landed",\
                        "scheduled":"2026-01-31T10:10:00Z","estimated":"2026-01-31T10:10:00Z",\
                        "actual":"2026-01-31T10:10:00Z","airline":"BA","terminal":"3","gate":"C4","belt":"9",\
                        "codeshares":["AA6"]}""");
    }

    // P8
    @Test
    void textThatJsonMustEscapeStaysOnItsLine() {
        FlightState flight = Flights.flight("a\"b\\c", "landing", "東京 🛬\u2028\u2029", null);

        assertThat(EventFormat.state(flight))
                .asString(UTF_8)
                .isEqualTo(
                        "{\"id\":\"a\\\"b\\\\c\",\"flight\":\"a\\\"b\\\\c\",\"origin\":\"東京 \\uD83D\\uDEEC\\u2028\\u2029\","
                                + "\"state\":\"landing\"}");
    }

    // P7, P11, P12, P14
    @Test
    void eachEventHasItsNameAndEndsWithABlankLine() {
        Instant at = Instant.parse("2026-01-31T10:10:00.123456Z");

        assertThat(EventFormat.removed("I768"))
                .asString(UTF_8)
                .isEqualTo("event: removed\ndata: {\"id\":\"I768\"}\n\n");
        assertThat(EventFormat.reset()).asString(UTF_8).isEqualTo("id: 0\nevent: reset\ndata: {}\n\n");
        assertThat(EventFormat.stale(at, "Europe/Rome", null))
                .asString(UTF_8)
                .isEqualTo("event: stale\ndata: {\"since\":\"2026-01-31T10:10:00.123Z\","
                        + "\"timeZone\":\"Europe/Rome\"}\n\n");
        assertThat(EventFormat.live(6, at, "Europe/Rome", null))
                .asString(UTF_8)
                .isEqualTo("event: live\ndata: {\"flights\":6,\"at\":\"2026-01-31T10:10:00.123Z\","
                        + "\"timeZone\":\"Europe/Rome\"}\n\n");
        assertThat(EventFormat.live(6, at, "Europe/Rome", new Replay(at, at, at.plusSeconds(60), 60)))
                .asString(UTF_8)
                .isEqualTo("event: live\ndata: {\"flights\":6,\"at\":\"2026-01-31T10:10:00.123Z\","
                        + "\"timeZone\":\"Europe/Rome\",\"replay\":{\"began\":\"2026-01-31T10:10:00.123Z\","
                        + "\"from\":\"2026-01-31T10:10:00.123Z\",\"until\":\"2026-01-31T10:11:00.123Z\","
                        + "\"speed\":60}}\n\n");
        assertThat(EventFormat.retry(2000)).asString(UTF_8).isEqualTo("retry: 2000\n\n");
    }
}
