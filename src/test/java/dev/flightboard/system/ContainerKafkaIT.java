package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.flightboard.support.EventStream;
import dev.flightboard.support.Replica;
import dev.flightboard.support.TestKafka;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

class ContainerKafkaIT {

    // The version of the clients.
    private static final String IMAGE = "apache/kafka:4.1.1";

    @BeforeEach
    void needsDocker() {
        if (!DockerClientFactory.instance().isDockerAvailable()) skip("no Docker engine is here");
        if (!hasImage()) skip("the Docker engine here neither has " + IMAGE + " nor reaches a registry");
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

    // Left to itself, Testcontainers asks a registry that does not answer for minutes.
    private static boolean hasImage() {
        try {
            DockerClientFactory.lazyClient().inspectImageCmd(IMAGE).exec();
            return true;
        } catch (NotFoundException absent) {
            return pull();
        }
    }

    private static boolean pull() {
        try {
            // 150 MB at the pace of a home.
            return DockerClientFactory.lazyClient().pullImageCmd(IMAGE).start().awaitCompletion(2, TimeUnit.MINUTES);
        } catch (DockerException unreachable) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void skip(String reason) {
        // The reports on the console count what was skipped, and keep the reason to themselves.
        Logger.getLogger(ContainerKafkaIT.class).warn("Skipped: " + reason);
        abort(reason);
    }
}
