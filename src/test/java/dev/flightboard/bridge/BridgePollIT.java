package dev.flightboard.bridge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.flightboard.bridge.Bridge.Round;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** How an API is asked, and what is taken for an answer. */
class BridgePollIT extends BridgedAirport {

    @Test
    void pagesMayBeCountedUntilOneIsEmpty() throws Exception {
        for (int i = 0; i < 7; i++) airport.show("F" + i, "landing");
        use(new Api(airport.uri(), Map.of(), List.of(), List.of(), "page", 1, List.of(List.of("id"))));

        assertThat(bridge.round().trouble()).isNull();
        assertThat(topic()).hasSize(7);
        assertThat(airport.requests).isEqualTo(4);
    }

    @Test
    void theListAndTheNextPageMayStandWithinTheAnswer() throws Exception {
        for (int i = 0; i < 5; i++) airport.show("F" + i, "landing");
        airport.answers((asked, page) -> airport.send(
                asked,
                200,
                "{\"data\":{\"all\":%s,\"old\":[]},\"links\":{\"next\":%s}}"
                        .formatted(airport.list(page), page == 1 ? "\"?page=2\"" : "null"),
                0));
        use(new Api(
                airport.uri(),
                Map.of(),
                List.of("data", "all"),
                List.of("links", "next"),
                null,
                1,
                List.of(List.of("id"), List.of("status"))));

        assertThat(bridge.round().trouble()).isNull();
        assertThat(topic()).hasSize(5).containsKey("F4-landing");
    }

    @Test
    void aPageAtAnotherHostIsNotAskedForWhatTheHeadersHold() throws Exception {
        airport.answers((asked, page) -> {
            asked.getResponseHeaders().add("Link", "<http://other.example/2>; rel=\"next\"");
            airport.send(asked, 200, "[]", 0);
        });

        assertThat(bridge.round().trouble()).contains("other.example");
    }

    @Test
    void aBodyIsReadInItsCharsetAndExpandedWhereItIsCompressed() throws Exception {
        String list = "[{\"id\":\"F1\",\"number\":\"f1\",\"status\":\"landing\",\"origin\":\"Zürich\"}]";
        airport.answers((asked, page) -> {
            asked.getResponseHeaders().add("Content-Type", "application/json; charset=\"ISO-8859-1\"");
            asked.getResponseHeaders().add("Content-Encoding", "gzip");
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            try (OutputStream zipped = new GZIPOutputStream(body)) {
                zipped.write(list.getBytes(ISO_8859_1));
            }
            airport.send(asked, 200, body.toByteArray());
        });

        assertThat(bridge.round().trouble()).isNull();
        assertThat(topic().get("F1")).contains("Zürich");
    }

    @Test
    void aBodyThatCannotBeExpandedIsNamed() throws Exception {
        airport.answers((asked, page) -> {
            asked.getResponseHeaders().add("Content-Encoding", "br");
            airport.send(asked, 200, "[]", 0);
        });

        assertThat(bridge.round().trouble()).endsWith("\"br\"");
    }

    @Test
    void twoEntriesOfOneKeyOnTwoPagesAreTold() throws Exception {
        airport.flights.put("A", "{\"id\":7,\"number\":\"f1\",\"status\":\"landing\"}");
        airport.show("B", "landing");
        airport.show("C", "landing");
        airport.flights.put("D", "{\"id\":7,\"number\":\"f2\",\"status\":\"landed\"}");
        airport.show("E", "landing");

        Round round = bridge.round();

        assertThat(round.faults()).containsExactly("two entries have the key \"7\"");
        assertThat(topic().get("7")).contains("\"F1\"");
    }

    @Test
    void theApiIsAskedForNoMoreThanWhatIsNew() throws Exception {
        airport.show("F1", "landing");
        airport.answers((asked, page) -> {
            String tag = "\"" + airport.flights.hashCode() + "\"";
            if (List.of(tag).equals(asked.getRequestHeaders().get("If-None-Match"))) {
                asked.sendResponseHeaders(304, -1);
                return;
            }
            asked.getResponseHeaders().add("ETag", tag);
            airport.page(asked, page);
        });
        bridge.round();

        assertThat(bridge.round().trouble()).isNull();
        assertThat(airport.asked.get("If-none-match")).hasSize(1);
        assertThat(bridge.round().removed()).isZero();
        airport.show("F1", "landed");
        assertThat(bridge.round().written()).isOne();
    }

    @Test
    void itWaitsForAsLongAsTheApiAsks() throws Exception {
        airport.answers((asked, page) -> {
            asked.getResponseHeaders().add("Retry-After", "120");
            airport.send(asked, 429, "slow down", 0);
        });

        Round round = bridge.round();

        assertThat(round.retryAfter()).isEqualTo(Duration.ofSeconds(120));
        assertThat(round.trouble()).isEqualTo("status 429");
    }

    @Test
    void anOlderAnswerThanTheOneBeforeIsNotTaken() throws Exception {
        airport.show("F1", "landed");
        airport.answers((asked, page) -> dated(asked, "Fri, 27 Nov 2026 10:00:00 GMT"));
        bridge.round();
        airport.show("F1", "landing");
        airport.answers((asked, page) -> dated(asked, "Fri, 27 Nov 2026 09:00:00 GMT"));

        Round round = bridge.round();

        assertThat(round.trouble()).contains("older");
        assertThat(topic().get("F1")).contains("landed");
    }

    private void dated(HttpExchange asked, String date) throws IOException {
        asked.getResponseHeaders().add("Last-Modified", date);
        airport.page(asked, 1);
    }
}
