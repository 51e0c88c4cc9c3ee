package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.flightboard.support.EventStream;
import dev.flightboard.support.Replica;
import dev.flightboard.support.TestKafka;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

class ContainerKafkaIT {

    // The version of the clients.
    private static final String IMAGE = "apache/kafka:4.1.1";

    @BeforeAll
    static void needsDocker() {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "Skipped: no Docker engine is here to run " + IMAGE + " in");
    }

    @Test
    void boardFollowsAKafkaThatIsNotOurs() {
        try (KafkaContainer container = new KafkaContainer(IMAGE)) {
            container.start();
            try (TestKafka kafka = TestKafka.at(container.getBootstrapServers());
                    Replica replica =
                            Replica.ready(Map.of("KAFKA_BOOTSTRAP_SERVERS", container.getBootstrapServers()));
                    EventStream events = replica.events("")) {

                kafka.send("flight-states", "BA123", "{\"flight\":\"BA123\",\"state\":\"landing\"}");
                events.await(block -> block.isFlight("BA123", "landing"));
                kafka.send("flight-states", "BA123", null);

                assertThat(events.await("removed").json().path("id").asText()).isEqualTo("BA123");
            }
        }
    }
}
