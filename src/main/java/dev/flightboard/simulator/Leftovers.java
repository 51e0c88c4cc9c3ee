package dev.flightboard.simulator;

import dev.flightboard.flight.Replay;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads which flights an earlier day left in the topic: those whose latest record bears the simulator's header. */
final class Leftovers {

    // Short enough to stop the service while it waits for a Kafka that is absent.
    private static final int API_TIMEOUT_MILLIS = 5_000;
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> kafka;
    private final String topic;

    Leftovers(Map<String, Object> kafka, String servers, String topic) {
        this.kafka = new HashMap<>(kafka);
        // The settings shared by all clients may be older than the embedded broker's name.
        this.kafka.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        // It reads once, and leaves no trace of how far.
        this.kafka.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.kafka.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.kafka.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_TIMEOUT_MILLIS);
        this.kafka.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // Whoever owns the topic creates it, with settings that a broker's own creation would miss.
        this.kafka.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        this.topic = topic;
    }

    /** Blocks until the topic as it is now has been read; throws a KafkaException if it is absent or out of reach. */
    Set<String> read() {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            if (partitions.isEmpty()) throw new UnknownTopicOrPartitionException("no topic " + topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            Set<String> ids = new HashSet<>();
            while (end.entrySet().stream().anyMatch(each -> consumer.position(each.getKey()) < each.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    if (isOurs(record)) ids.add(record.key());
                    else ids.remove(record.key());
                }
            }
            return ids;
        }
    }

    private static boolean isOurs(ConsumerRecord<String, byte[]> record) {
        return record.key() != null
                && record.value() != null
                && record.headers().lastHeader(Replay.HEADER) != null;
    }
}
