package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.model.Capability;
import dev.flightboard.support.Wait;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.HttpWaitStrategy;
import org.testcontainers.containers.wait.strategy.LogMessageWaitStrategy;
import org.testcontainers.kafka.KafkaContainer;

/** The image, built of what is packaged and run as a cluster runs it, where Docker is. */
class ImageIT {

    private static final String IMAGE = "flightboard:test";

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "Skipped: no Docker engine is here");
        int code = new ProcessBuilder("docker", "build", "-q", "-f", "src/main/docker/Dockerfile", "-t", IMAGE, ".")
                .inheritIO()
                .start()
                .waitFor();
        assertThat(code).isZero();
    }

    @Test
    void runsWithoutPrivilegesOnAReadOnlyFileSystemAndLogsJson() throws Exception {
        try (Network network = Network.newNetwork();
                KafkaContainer kafka = new KafkaContainer("apache/kafka:4.1.1")
                        .withNetwork(network)
                        .withListener("kafka:19092");
                GenericContainer<?> board = board().withNetwork(network)
                        .withEnv("KAFKA_BOOTSTRAP_SERVERS", "kafka:19092")
                        .withExposedPorts(8080, 9000)
                        .waitingFor(new HttpWaitStrategy().forPort(9000).forPath("/q/health/ready"))) {
            kafka.start();

            board.start();

            assertThat(board.execInContainer("id", "-u").getStdout().strip()).isEqualTo("10001");
            assertThat(board.execInContainer("touch", "/app/file").getExitCode())
                    .isNotZero();
            for (String line : board.getLogs().strip().split("\n")) {
                assertThat(new ObjectMapper().readTree(line).path("message").asText())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void withoutKafkaItSaysSoAndEnds() {
        try (GenericContainer<?> board = board()) {

            board.start();

            Wait.until("the end", () -> !board.isRunning());
            assertThat(board.getCurrentContainerInfo().getState().getExitCodeLong())
                    .isEqualTo(1);
            assertThat(board.getLogs()).contains("KAFKA_BOOTSTRAP_SERVERS").doesNotContain("\tat ");
        }
    }

    @Test
    void holdsTheClientOfKafkaAndNotItsServer() {
        try (GenericContainer<?> board =
                board().withCreateContainerCmdModifier(create -> create.withEntrypoint("ls", "lib/main"))) {

            board.start();

            Wait.until("the end", () -> !board.isRunning());
            assertThat(board.getLogs())
                    .contains("org.apache.kafka.kafka-clients")
                    .doesNotContain("org.apache.kafka.kafka_2", "org.scala-lang");
        }
    }

    private static GenericContainer<?> board() {
        return new GenericContainer<>(IMAGE)
                .withTmpFs(Map.of("/tmp", "exec"))
                // Its output says enough of its start.
                .waitingFor(new LogMessageWaitStrategy().withRegEx("(?s).*"))
                .withCreateContainerCmdModifier(create -> create.getHostConfig()
                        .withReadonlyRootfs(true)
                        .withCapDrop(Capability.ALL)
                        // Half a gigabyte, as Compose gives it.
                        .withMemory(512L * 1024 * 1024));
    }
}
