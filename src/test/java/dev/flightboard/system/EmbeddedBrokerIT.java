package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.FreePort;
import dev.flightboard.support.Replica;
import dev.flightboard.support.TestKafka;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbeddedBrokerIT {

    private final int port = FreePort.next();
    private final Map<String, String> settings =
            Map.of("FLIGHTBOARD_BROKER_PORT", String.valueOf(port), "FLIGHTBOARD_SIMULATOR_MODE", "off");

    @Test
    void killedServiceComesBackWithItsFlights() {
        try (Replica replica = Replica.ready(settings);
                TestKafka kafka = TestKafka.at("localhost:" + port)) {
            kafka.send("flight-states", "BA123", "{\"flight\":\"BA123\",\"state\":\"landed\"}");

            replica.kill();
            replica.launch();
            replica.awaitReady();

            assertThat(replica.get("/flights/BA123").body()).contains("landed");
        }
    }

    @Test
    void stopEndsTheBrokerInOrder() {
        try (Replica replica = Replica.ready(settings)) {

            int code = replica.stop();

            // 128 and the number of SIGTERM, as any process that it ends.
            assertThat(code).isEqualTo(143);
            assertThat(replica.log()).contains("flightboard stopped").doesNotContain("(kafka-");
        }
    }

    @Test
    void namedKafkaIsUsedAndNoneIsStarted() throws IOException {
        TestKafka kafka = TestKafka.shared();
        String topic = kafka.createTopic(1);
        Map<String, String> named = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                kafka.servers(),
                "FLIGHTBOARD_TOPIC",
                topic,
                "FLIGHTBOARD_BROKER_PORT",
                String.valueOf(port));
        kafka.send(topic, "BA123", "{\"flight\":\"BA123\",\"state\":\"landed\"}");

        try (Replica replica = Replica.ready(named);
                // Free to bind: nothing listens there.
                ServerSocket free = new ServerSocket(port, 1, InetAddress.getByName("localhost"))) {

            assertThat(replica.get("/flights/BA123").statusCode()).isEqualTo(200);
            assertThat(replica.directory()).isEmptyDirectory();
            assertThat(free.isBound()).isTrue();
        }
    }

    @Test
    void takenPortEndsTheStartWithOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("localhost"));
                Replica replica = Replica.launched(settings)) {

            assertThat(replica.awaitExit()).isEqualTo(1);
            assertThat(replica.log())
                    .contains("port " + taken.getLocalPort() + " of localhost is taken")
                    .contains("FLIGHTBOARD_BROKER_PORT")
                    .doesNotContain("\tat ");
        }
    }
}
