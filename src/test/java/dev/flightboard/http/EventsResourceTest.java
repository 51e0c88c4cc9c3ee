package dev.flightboard.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.FreePort;
import dev.flightboard.support.TemporaryDirectory;
import dev.flightboard.support.Wait;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(EventsResourceTest.QuickRotation.class)
class EventsResourceTest {

    private static final String STATES = "application/x-ndjson";

    // So that a stream has an end, and its answer can be looked at.
    public static class QuickRotation implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            TemporaryDirectory directory = new TemporaryDirectory();
            Runtime.getRuntime().addShutdownHook(new Thread(directory::close));
            return Map.of(
                    "flightboard.broker.port", String.valueOf(FreePort.next()),
                    "flightboard.broker.directory", directory.path().toString(),
                    "flightboard.simulator.mode", "off",
                    "flightboard.stream.max-age", "1s",
                    "quarkus.http.test-port", "0",
                    "quarkus.management.test-port", "0");
        }
    }

    @ConfigProperty(name = "flightboard.broker.port")
    int broker;

    @BeforeEach
    void aBoardOfTwoFlights() {
        Map<String, Object> settings = Map.of("bootstrap.servers", "localhost:" + broker);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("flight-states", "A1", """
                    {"flight":"I768","state":"landing","origin":"Rome","codeshares":["AA1"]}"""));
            producer.send(new ProducerRecord<>("flight-states", "B\u20282", """
                    {"flight":"BA117","state":"landed","actual":"2099-01-01T10:00:00Z"}"""));
        }
        Wait.until(
                "two flights",
                () -> given().get("/flights").jsonPath().getList("$").size() == 2);
    }

    @Test
    void everyLineIsAFlightAsTheBoardHasIt() {
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
                        "{\"id\":\"A1\",\"flight\":\"I768\",\"state\":\"landing\",\"origin\":\"Rome\",\"codeshares\":[\"AA1\"]}",
                        "{\"id\":\"B\\u20282\",\"flight\":\"BA117\",\"state\":\"landed\",\"actual\":\"2099-01-01T10:00:00Z\"}");
    }

    // P72
    @Test
    void theFiltersAreThoseOfTheEventStream() {
        List<String> lines = given().accept(STATES)
                .queryParam("origin", "Rome", "Milan")
                .get("/events")
                .asString()
                .lines()
                .toList();

        assertThat(lines).hasSize(1).first().asString().contains("\"id\":\"A1\"");
    }
}
