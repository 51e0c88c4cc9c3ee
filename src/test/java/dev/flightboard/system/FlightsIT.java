package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.EventStream;
import dev.flightboard.support.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The board over plain HTTP. */
class FlightsIT {

    private final Service service = Service.shared();
    private final String id = Service.newId();

    @BeforeEach
    void aFlightIsLanding() {
        service.show(id, "landing");
    }

    // P66
    @Test
    void oneFlightIsAJsonObject() {
        HttpResponse<String> flight = flight();

        assertThat(flight.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(flight.body())
                .isEqualTo("{\"id\":\"%s\",\"flight\":\"%s\",\"state\":\"landing\"}".formatted(id, id));
    }

    // P66
    @Test
    void anUnknownFlightIs404() {
        assertThat(service.replica.get("/flights/unknown").statusCode()).isEqualTo(404);
    }

    // P66
    @Test
    void aFlightWhoseIdNeedsEscapingIsFound() {
        String odd = id + "/a b+c%é?";
        service.write(odd, "landing");

        Wait.until(
                "the flight",
                () -> service.replica
                                .get("/flights/" + id + "%2Fa%20b+c%25%C3%A9%3F")
                                .statusCode()
                        == 200);

        assertThat(service.replica
                        .get("/flights/" + id + "%2Fa%20b+c%25%C3%A9%3F")
                        .body())
                .contains(odd);
    }

    // P62
    @Test
    void theBoardIsAJsonArrayOrderedById() {
        service.show(id + "0", "landing");

        HttpResponse<String> board = board("?flight=" + id + "0&flight=" + id);

        assertThat(board.body())
                .isEqualTo(("[{'id':'%1$s','flight':'%1$s','state':'landing'},"
                                + "{'id':'%1$s0','flight':'%1$s0','state':'landing'}]\n")
                        .replace('\'', '"')
                        .formatted(id));
    }

    // P63, P64
    @Test
    void aBoardThatHasNotChangedIs304UntilItChanges() {
        String tag = board("?flight=" + id).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> unchanged = board("?flight=" + id, "If-None-Match", tag);
        service.show(id, "landed");
        HttpResponse<String> changed = board("?flight=" + id, "If-None-Match", tag);

        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(unchanged.headers().firstValue("Last-Event-ID")).isPresent();
        assertThat(changed.statusCode()).isEqualTo(200);
    }

    // P64
    @Test
    void aTagThatAProxyWeakenedIsTheSame() {
        String tag = board("?flight=" + id).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> unchanged = board("?flight=" + id, "If-None-Match", "\"other\", W/" + tag);

        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.headers().firstValue("ETag")).contains(tag);
    }

    // P65
    @Test
    void eachFormOfTheBoardHasATagOfItsOwnAndCachesAreToldWhatItDependsOn() {
        HttpResponse<String> plain = board("?flight=" + id);
        HttpResponse<String> zipped = board("?flight=" + id, "Accept-Encoding", "gzip;q=0.5, br");
        HttpResponse<String> refused = board("?flight=" + id, "Accept-Encoding", "gzip;q=0, deflate, *;q=0.1");
        String tag = zipped.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> held = board("?flight=" + id, "Accept-Encoding", "gzip", "If-None-Match", tag);

        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(plain.headers().firstValue("ETag")).isPresent().isNotEqualTo(Optional.of(tag));
        assertThat(refused.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(refused.body()).isEqualTo(plain.body());
        assertThat(refused.headers().firstValue("ETag"))
                .isEqualTo(plain.headers().firstValue("ETag"));
        assertThat(held.statusCode()).isEqualTo(304);
        assertThat(List.of(plain, zipped, refused, held))
                .allSatisfy(
                        answer -> assertThat(answer.headers().allValues("Vary")).contains("Accept-Encoding"));
    }

    // P65
    @Test
    void theBoardIsCompressedForWhoAsks() throws IOException {
        HttpResponse<String> plain = board("?flight=" + id);

        HttpResponse<byte[]> compressed = service.replica.send(
                "GET", "/flights?flight=" + id, BodyHandlers.ofByteArray(), "Accept-Encoding", "gzip");

        assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(unzipped(compressed.body())).isEqualTo(plain.body());
    }

    // P21, P63
    @ParameterizedTest
    @ValueSource(strings = {"after", "lastEventId", "last-event-id"})
    void theStreamContinuesWhereTheBoardStood(String parameter) {
        String cursor =
                board("?flight=" + id).headers().firstValue("Last-Event-ID").orElseThrow();
        service.write(id, "landed");

        try (EventStream stream = service.live("?flight=" + id + "&" + parameter + "=" + cursor)) {

            stream.awaitBoard(board -> "landed".equals(board.state(id)));
            assertThat(stream.text()).doesNotContain("reset");
        }
    }

    private HttpResponse<String> flight() {
        return service.replica.get("/flights/" + id);
    }

    private HttpResponse<String> board(String query, String... headers) {
        return service.replica.get("/flights" + query, headers);
    }

    private static String unzipped(byte[] body) {
        try (GZIPInputStream unzip = new GZIPInputStream(new java.io.ByteArrayInputStream(body))) {
            return new String(unzip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
