package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flightboard.broker.EmbeddedKafka;
import dev.flightboard.support.FreePort;
import dev.flightboard.support.Replica;
import java.io.IOException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulator that writes more than it can hold while Kafka is away. */
class OutageIT {

    private static final String TOPIC = "flights-of-the-outage";

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path directory;

    @Test
    void everyChangeArrivesInOrderThoughKafkaIsAbsentAtFirstAndStopsInBetween() throws Exception {
        int port = FreePort.next();
        Map<String, String> settings = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "localhost:" + port,
                "FLIGHTBOARD_TOPIC", TOPIC,
                "FLIGHTBOARD_SIMULATOR_MODE", "load",
                "FLIGHTBOARD_SIMULATOR_FLIGHTS", "20",
                // The channel's 1,024 are full within a quarter of a second of outage.
                "FLIGHTBOARD_SIMULATOR_RATE", "5000");

        int beforeTheOutage;
        List<ConsumerRecord<String, String>> records;
        try (Replica simulator = Replica.launched(settings)) {
            simulator.awaitStarted();
            try (EmbeddedKafka kafka = EmbeddedKafka.start(port, directory)) {
                beforeTheOutage = read(10_000, kafka).size();
            }
            try (EmbeddedKafka kafka = EmbeddedKafka.start(port, directory)) {
                records = read(beforeTheOutage + 30_000, kafka);
            }
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
}
