package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.flightboard.support.EventStream;
import dev.flightboard.support.Wait;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
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
        service.ask()
                .get("/flights/" + id)
                .then()
                .contentType(startsWith("application/json"))
                .body(equalTo("{\"id\":\"%s\",\"flight\":\"%s\",\"state\":\"landing\"}".formatted(id, id)));
    }

    // P66
    @Test
    void anUnknownFlightIs404() {
        service.ask().get("/flights/unknown").then().statusCode(404).contentType("text/plain");
    }

    // P66
    @Test
    void aFlightWhoseIdNeedsEscapingIsFound() {
        String odd = id + "/a b+c%é?";
        String escaped = "/flights/" + id + "%2Fa%20b+c%25%C3%A9%3F";
        service.write(odd, "landing");

        Wait.until("the flight", () -> service.ask().get(escaped).statusCode() == 200);

        service.ask().get(escaped).then().body("id", equalTo(odd));
    }

    // P62
    @Test
    void theBoardIsAJsonArrayOrderedById() {
        service.show(id + "0", "landing");

        service.ask().get("/flights?flight=" + id + "0&flight=" + id).then().body(equalTo("""
                        [{"id":"%1$s","flight":"%1$s","state":"landing"},\
                        {"id":"%1$s0","flight":"%1$s0","state":"landing"}]
                        """.formatted(id)));
    }

    // P63, P64
    @Test
    void aBoardThatHasNotChangedIs304UntilItChanges() {
        String tag = board().header("ETag");

        ValidatableResponse unchanged = board("If-None-Match", tag).then();
        service.show(id, "landed");
        ValidatableResponse changed = board("If-None-Match", tag).then();

        unchanged.statusCode(304).body(emptyString()).header("Last-Event-ID", notNullValue());
        changed.statusCode(200);
    }

    // P64
    @Test
    void aTagThatAProxyWeakenedIsTheSame() {
        String tag = board().header("ETag");

        board("If-None-Match", "\"other\", W/" + tag).then().statusCode(304).header("ETag", tag);
    }

    // P65
    @Test
    void eachFormOfTheBoardHasATagOfItsOwnAndCachesAreToldWhatItDependsOn() {
        Response plain = board();
        Response zipped = board("Accept-Encoding", "gzip;q=0.5, br");
        Response refused = board("Accept-Encoding", "gzip;q=0, deflate, *;q=0.1");
        String tag = zipped.header("ETag");
        Response held = board("Accept-Encoding", "gzip", "If-None-Match", tag);

        zipped.then().header("Content-Encoding", "gzip").header("ETag", not(plain.header("ETag")));
        refused.then()
                .header("Content-Encoding", nullValue())
                .header("ETag", plain.header("ETag"))
                .body(equalTo(plain.asString()));
        held.then().statusCode(304);
        assertThat(List.of(plain, zipped, refused, held))
                .allSatisfy(
                        answer -> assertThat(answer.headers().getValues("Vary")).contains("Accept-Encoding"));
    }

    // P65
    @Test
    void theBoardIsCompressedForWhoAsks() throws IOException {
        byte[] compressed = board("Accept-Encoding", "gzip").asByteArray();

        try (GZIPInputStream unzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            assertThat(unzip).hasBinaryContent(board().asByteArray());
        }
    }

    // P21, P63
    @ParameterizedTest
    @ValueSource(strings = {"after", "lastEventId", "last-event-id"})
    void theStreamContinuesWhereTheBoardStood(String parameter) {
        String cursor = board().header("Last-Event-ID");
        service.write(id, "landed");

        try (EventStream stream = service.live("?flight=" + id + "&" + parameter + "=" + cursor)) {

            stream.awaitBoard(board -> "landed".equals(board.state(id)));
            assertThat(stream.text()).doesNotContain("reset");
        }
    }

    /** The board of this test's flight; headers as name, value, name, value. */
    private Response board(String... headers) {
        RequestSpecification request = service.ask();
        for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
        return request.get("/flights?flight=" + id);
    }
}
