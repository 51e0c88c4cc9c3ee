package dev.flightboard.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import dev.flightboard.support.TestKafka;
import dev.flightboard.support.Wait;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The resources that ask and are answered, with the whole service around them, in one JVM: a change is tried in seconds. */
@QuarkusTest
@QuarkusTestResource(value = ResourcesTest.Kafka.class, restrictToAnnotatedClass = true)
class ResourcesTest {

    private static final String STATES = "application/x-ndjson";

    /** An id with what some take for the end of a line. */
    private static final String LINE = "B\u20282";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @ConfigProperty(name = "flightboard.topic")
    String topic;

    /** A Kafka for the service, and no page, which has tests of its own. */
    public static final class Kafka implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            return Map.of(
                    "kafka.bootstrap.servers",
                    TestKafka.shared().servers(),
                    "flightboard.topic",
                    "flights-" + UUID.randomUUID(),
                    // So that a stream has an end, and its answer can be looked at.
                    "flightboard.stream.max-age",
                    "1s",
                    "flightboard.origins",
                    "https://friend.example",
                    "quarkus.http.test-port",
                    "0",
                    "quarkus.management.test-port",
                    "0");
        }

        @Override
        public void stop() {}
    }

    @BeforeEach
    void twoFlightsAreOnTheBoard() {
        try (TestKafka kafka = TestKafka.at(servers)) {
            Wait.until("the board", () -> given().get("/flights").statusCode() == 200);
            kafka.send(topic, "A1", "{\"flight\":\"I768\",\"state\":\"landing\",\"origin\":\"Rome\"}");
            kafka.send(topic, LINE, "{\"flight\":\"BA117\",\"state\":\"landed\",\"codeshares\":[\"AA1\"]}");
            Wait.until("both flights", () -> given().get("/flights").asString().contains("BA117"));
        }
    }

    // P62, P63, P64, P65
    @Test
    void theBoardIsAnArrayWithItsCursorAndItsTag() {
        given().get("/flights")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "no-cache")
                .header("Vary", containsString("Accept-Encoding"))
                .header("ETag", matchesPattern("\"[0-9a-f]{32}(-gzip)?\""))
                .header("Last-Event-ID", matchesPattern("[A-Za-z0-9_-]+"))
                .body("id", contains("A1", LINE))
                .body("[1].state", equalTo("landed"));
    }

    // P38
    @Test
    void filtersCountForTheBoardToo() {
        given().queryParam("origin", "Rome", "Milan")
                .get("/flights")
                .then()
                .statusCode(200)
                .body("id", contains("A1"));
    }

    // P42
    @Test
    void aFilterBeyondItsBoundsIsNamed() {
        given().queryParam("origin", "x".repeat(65))
                .get("/flights")
                .then()
                .statusCode(400)
                .contentType("text/plain")
                .body(containsString("origin"));
    }

    // P66
    @Test
    void oneFlightIsAnObjectAndAnUnknownOneIsNotFound() {
        given().get("/flights/A1").then().statusCode(200).body("flight", equalTo("I768"));
        given().get("/flights/unknown").then().statusCode(404).contentType("text/plain");
    }

    // P54
    @Test
    void theBoardIsNotWrittenHere() {
        given().delete("/flights").then().statusCode(405).header("Allow", containsString("GET"));
    }

    // P1, P4
    @Test
    void theHeadOfTheStreamIsThatOfTheStream() {
        given().header("Accept-Encoding", "identity")
                .head("/events")
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .header("Cache-Control", "no-cache, no-transform")
                .header("X-Accel-Buffering", "no");
    }

    // P58
    @Test
    void whoTakesGzipIsSentGzip() {
        given().header("Accept-Encoding", "br, gzip;q=0.5")
                .head("/events")
                .then()
                .header("Content-Encoding", "gzip")
                .header("Vary", "Accept-Encoding");
        given().header("Accept-Encoding", "gzip;q=0").head("/events").then().header("Content-Encoding", not("gzip"));
    }

    // P70
    @Test
    void whereOriginsAreNamedAStreamTellsCachesSo() {
        assertThat(varyOf("text/event-stream")).contains("Origin", "Accept-Encoding");
        assertThat(varyOf(STATES)).contains("Origin", "Accept");
    }

    private static List<String> varyOf(String stream) {
        Response answer =
                given().header("Accept-Encoding", "identity").accept(stream).get("/events");
        // To its end, so that no connection is left.
        answer.asString();
        return answer.getHeaders().getValues("Vary");
    }

    @Test
    void aPathOfThousandsOfFoldersIsNotFound() {
        given().get("/a".repeat(8_000)).then().statusCode(404);
    }

    @Test
    void everyLineOfStatesIsAFlightAsTheBoardHasIt() {
        String lines = given().accept(STATES)
                .get("/events")
                .then()
                .statusCode(200)
                .contentType(STATES)
                .extract()
                .body()
                .asString();

        assertThat(lines.lines())
                .containsExactlyInAnyOrder(
                        "{\"id\":\"A1\",\"flight\":\"I768\",\"state\":\"landing\",\"origin\":\"Rome\"}",
                        "{\"id\":\"B\\u20282\",\"flight\":\"BA117\",\"state\":\"landed\",\"codeshares\":[\"AA1\"]}");
    }

    // P72
    @Test
    void filtersCountForTheStatesToo() {
        String lines = given().accept(STATES)
                .queryParam("origin", "Rome", "Milan")
                .get("/events")
                .asString();

        assertThat(lines.lines()).singleElement().asString().contains("\"id\":\"A1\"");
    }
}
