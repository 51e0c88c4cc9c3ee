package dev.flightboard.http;

import static io.restassured.RestAssured.given;
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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The resources that ask and are answered, with the whole service around them, in one JVM: a change is tried in seconds. */
@QuarkusTest
@QuarkusTestResource(value = ResourcesTest.Kafka.class, restrictToAnnotatedClass = true)
class ResourcesTest {

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
            kafka.send(topic, "A1", "{\"flight\":\"A1\",\"state\":\"landing\",\"terminal\":\"1\"}");
            kafka.send(topic, "B2", "{\"flight\":\"B2\",\"state\":\"landed\",\"terminal\":\"2\"}");
            Wait.until("both flights", () -> given().get("/flights").asString().contains("B2"));
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
                .body("id", contains("A1", "B2"))
                .body("[1].state", equalTo("landed"));
    }

    // P38
    @Test
    void filtersCountForTheBoardToo() {
        given().queryParam("terminal", "2", "3")
                .get("/flights")
                .then()
                .statusCode(200)
                .body("id", contains("B2"));
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
        given().get("/flights/A1").then().statusCode(200).body("flight", equalTo("A1"));
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
}
