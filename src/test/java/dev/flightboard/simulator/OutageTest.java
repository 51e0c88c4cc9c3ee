package dev.flightboard.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flightboard.broker.EmbeddedKafka;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@TestProfile(OutageTest.LoadOnAbsentKafka.class)
class OutageTest {

    private static final String TOPIC = "flights-of-the-outage";

    // A port that is free and stays so: nobody else asks for it while Kafka is away.
    public static class LoadOnAbsentKafka implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "kafka.bootstrap.servers", "localhost:" + freePort(),
                    "flightboard.topic", TOPIC,
                    "flightboard.simulator.mode", "load",
                    "flightboard.simulator.flights", "20",
                    // The channel's 1,024 are full within a quarter of a second of outage.
                    "flightboard.simulator.rate", "5000",
                    "quarkus.http.test-port", "0",
                    "quarkus.management.test-port", "0");
        }
    }

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Inject
    ObjectMapper json;

    @TempDir
    Path directory;

    @Test
    void everyChangeArrivesInOrderThoughKafkaIsAbsentAtFirstAndStopsInBetween() throws Exception {
        int port = Integer.parseInt(servers.split(":")[1]);

        int beforeTheOutage;
        try (EmbeddedKafka kafka = EmbeddedKafka.start(port, directory)) {
            beforeTheOutage = read(10_000, kafka).size();
        }
        List<ConsumerRecord<String, String>> records;
        try (EmbeddedKafka kafka = EmbeddedKafka.start(port, directory)) {
            records = read(beforeTheOutage + 30_000, kafka);
        }

        assertThat(records).hasSizeGreaterThanOrEqualTo(beforeTheOutage + 30_000);
        for (String flight :
                IntStream.range(0, 20).mapToObj(number -> "L" + number).toList()) {
            assertThat(changes(flight, records))
                    .isEqualTo(IntStream.range(0, changes(flight, records).size())
                            .boxed()
                            .toList());
        }
    }

    /** The first records of the topic, at least so many, each partition's without a gap. */
    private List<ConsumerRecord<String, String>> read(int count, EmbeddedKafka kafka) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.servers(), "auto.offset.reset", "earliest");
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        Instant end = Instant.now().plusSeconds(60);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            while (records.size() < count && Instant.now().isBefore(end)) {
                List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                        .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                        .toList();
                consumer.assign(partitions);
                if (!partitions.isEmpty()) consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    private List<Integer> changes(String flight, List<ConsumerRecord<String, String>> records) throws IOException {
        List<Integer> changes = new ArrayList<>();
        for (ConsumerRecord<String, String> record : records) {
            if (!record.key().equals(flight)) continue;
            var state = json.readTree(record.value());
            Instant scheduled = Instant.parse(state.get("scheduled").asText());
            Instant estimated = Instant.parse(state.get("estimated").asText());
            changes.add((int) Duration.between(scheduled, estimated).toSeconds());
        }
        return changes;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
