package dev.flightboard.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightboard.support.FreePort;
import dev.flightboard.support.TestKafka;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

    @TempDir
    Path directory;

    @Test
    void recordsSurviveARestartOnTheSamePort() {
        int port = FreePort.next();
        try (EmbeddedKafka kafka = EmbeddedKafka.start(port, directory);
                TestKafka client = TestKafka.at(kafka.servers())) {
            client.createTopic("flights", 2);
            client.send("flights", "BA123", "landed");
        }

        try (EmbeddedKafka kafka = EmbeddedKafka.start(port, directory);
                TestKafka client = TestKafka.at(kafka.servers())) {

            assertThat(client.records("flights"))
                    .singleElement()
                    .satisfies(record -> assertThat(record.value()).asString().isEqualTo("landed"));
        }
    }

    @Test
    void takenPortIsNamedWithItsSetting() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {

            assertThatThrownBy(() -> EmbeddedKafka.start(taken.getLocalPort(), directory))
                    .isInstanceOf(BrokerCannotStart.class)
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()))
                    .hasMessageContaining("FLIGHTBOARD_BROKER_PORT");
        }
    }

    @Test
    void folderThatCannotBeWrittenIsNamedWithItsSetting() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> EmbeddedKafka.start(0, file))
                .isInstanceOf(BrokerCannotStart.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("FLIGHTBOARD_BROKER_DIRECTORY");
    }

    @Test
    void folderOfAnotherClusterIsLeftAlone() throws IOException {
        Path identity = directory.resolve("meta.properties");
        Files.writeString(identity, "version=1\nnode.id=1\ncluster.id=theirs\n");

        assertThatThrownBy(() -> EmbeddedKafka.start(0, directory))
                .isInstanceOf(BrokerCannotStart.class)
                .hasMessageContaining("theirs");

        assertThat(identity).content().contains("theirs");
    }

    @Test
    void folderOfSomethingElseIsLeftAlone() throws IOException {
        Files.createFile(directory.resolve("thesis.txt"));

        assertThatThrownBy(() -> EmbeddedKafka.start(0, directory))
                .isInstanceOf(BrokerCannotStart.class)
                .hasMessageContaining("not Kafka's");
    }

    @Test
    void folderInUseIsNamed() {
        try (EmbeddedKafka running = EmbeddedKafka.start(0, directory)) {

            assertThatThrownBy(() -> EmbeddedKafka.start(0, directory))
                    .isInstanceOf(BrokerCannotStart.class)
                    .hasMessageContaining("in use")
                    .hasMessageContaining(directory.toString());
            assertThat(running.servers()).isEqualTo("localhost:" + running.port());
        }
    }
}
