package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.EventStream;
import dev.flightboard.support.FreePort;
import dev.flightboard.support.Replica;
import dev.flightboard.support.TestKafka;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartIT {

    @Test
    void settingsOutOfTheirRangeEndTheStartAndAreNamed() {
        try (Replica replica = Replica.launched(Service.settings(
                "flight states",
                "FLIGHTBOARD_STREAM_WINDOW=2s",
                "FLIGHTBOARD_FEED_PARTITIONS=0",
                "FLIGHTBOARD_BOARD_MAX_AGE=0s"))) {

            assertThat(replica.awaitExit()).isNotZero();
            assertThat(replica.log())
                    .contains("flightboard.topic")
                    .contains("flightboard.stream.window")
                    .contains("flightboard.feed.partitions")
                    .contains("flightboard.board.max-age")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void settingsThatCannotBeReadEndTheStartAndAreNamed() {
        try (Replica replica = Replica.launched(Service.settings(
                "..",
                "FLIGHTBOARD_FEED_CREATE_TOPICS=maybe",
                "FLIGHTBOARD_STREAM_HEARTBEAT=soon",
                "FLIGHTBOARD_TIME_ZONE=UTC+2",
                "FLIGHTBOARD_SIMULATOR_DATE=yesterday"))) {

            assertThat(replica.awaitExit()).isNotZero();
            assertThat(replica.log())
                    .contains("flightboard.stream.heartbeat")
                    .contains("flightboard.feed.create-topics")
                    .contains("flightboard.time-zone")
                    .contains("flightboard.simulator.date")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aPortThatIsTakenEndsTheStartInOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0);
                Replica replica =
                        Replica.launched(Service.settings("unused", "QUARKUS_HTTP_PORT=" + taken.getLocalPort()))) {

            assertThat(replica.awaitExit()).isEqualTo(1);
            assertThat(replica.log())
                    .contains("Port " + taken.getLocalPort())
                    .contains("QUARKUS_HTTP_PORT")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void whatKafkaRefusesEndsTheStartInOneLine() {
        try (Replica replica =
                Replica.launched(Service.settings("unused", "KAFKA_SECURITY_PROTOCOL=TLS", "KAFKA_GROUP_ID=theirs"))) {

            assertThat(replica.awaitExit()).isEqualTo(1);
            assertThat(replica.log())
                    .contains("KAFKA_SECURITY_PROTOCOL is wrong")
                    .doesNotContain("\tat ");
        }
    }

    /** As it comes, on its own Kafka: whose code, too, has to find its words. */
    @ParameterizedTest
    @ValueSource(strings = {"tr", "ar"})
    void itStartsInEveryLanguageAndWritesForMachines(String language) {
        Map<String, String> settings = Map.of(
                "JAVA_TOOL_OPTIONS", "-Duser.language=" + language,
                // None of these is its own.
                "KAFKA_BOOTSTRAP_SERVERS", "",
                "KAFKA_PORT", "tcp://10.0.0.1:9092",
                "KAFKA_TRANSACTIONAL_ID", "somebody's",
                "FLIGHTBOARD_BROKER_PORT", String.valueOf(FreePort.next()),
                "FLIGHTBOARD_FEED_PARTITIONS", "12");

        try (Replica replica = Replica.ready(settings);
                EventStream stream = replica.events("")) {
            stream.awaitBoard(board -> board.flights().size() == 6);

            replica.awaitLog("Topic created. topic=flight-states partitions=12");
            assertThat(replica.get("/flights").body()).contains("\"origin\":\"Rome\"");
            replica.awaitLog("\"GET /flights HTTP/1.1\" 200 ");
            assertThat(replica.log()).contains("Not used").contains("KAFKA_TRANSACTIONAL_ID");
        }
    }

    // P67
    @Test
    void aTopicThatMayNotBeCreatedIsNamedWithItsServers() {
        String topic = Service.newId();

        try (Replica replica = Replica.launched(Service.settings(topic, "FLIGHTBOARD_FEED_CREATE_TOPICS=false"))) {
            replica.awaitLog(topic + " does not exist on localhost:");

            assertThat(replica.readiness()).isEqualTo(503);
            assertThat(replica.health()).contains(topic + " does not exist");
            // A restart would not help.
            assertThat(replica.management("/q/health/live")).contains("\"status\": \"UP\"");
            assertThat(replica.get("/flights").statusCode()).isEqualTo(503);
            assertThat(replica.get("/flights").headers().firstValue("Retry-After"))
                    .contains("1");

            TestKafka.shared().createTopic(topic, 1);
            replica.awaitReady();
        }
    }
}
