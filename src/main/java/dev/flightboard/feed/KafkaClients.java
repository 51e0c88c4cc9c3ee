package dev.flightboard.feed;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Opens the feed's Kafka clients, from the {@code kafka.*} settings that every client of the service shares. */
@ApplicationScoped
class KafkaClients {

    private final Map<String, Object> shared;

    KafkaClients(@Identifier("default-kafka-broker") Map<String, Object> shared) {
        this.shared = shared;
    }

    String servers() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }

    Consumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = settings();
        settings.put("enable.auto.commit", "false");
        // A position that is out of range means that the log is not the one that was read: the feed decides, not the
        // client.
        settings.put("auto.offset.reset", "none");
        // Large enough that a catch-up is bound by parsing, small enough that a batch is applied within some
        // milliseconds.
        settings.put("max.poll.records", "5000");
        // Only what was committed by its producer's transaction is a state of a flight.
        settings.put("isolation.level", "read_committed");
        settings.put("allow.auto.create.topics", "false");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    Admin admin(int timeoutMillis) {
        Map<String, Object> settings = settings();
        settings.put("request.timeout.ms", timeoutMillis);
        settings.put("default.api.timeout.ms", timeoutMillis);
        return Admin.create(settings);
    }

    Producer<byte[], byte[]> producer() {
        Map<String, Object> settings = settings();
        settings.put("acks", "all");
        // With the default, rebootstrap, an outage makes send() wait for metadata and then drop the record.
        settings.put("metadata.recovery.strategy", "none");
        // How long the feed's thread may wait for room or metadata, once: it has a board to keep.
        settings.put("max.block.ms", "1000");
        // An outage shorter than this loses no copy.
        settings.put("delivery.timeout.ms", "600000");
        // Copies are rare; the default of 32 MB would be the largest block of the service's memory.
        settings.put("buffer.memory", "8388608");
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(shared);
        // Read anew: the embedded broker names itself only when it runs.
        settings.put("bootstrap.servers", servers());
        settings.remove("group.id");
        // A broker that comes back is met within a second; the default waits for up to ten.
        settings.put("reconnect.backoff.max.ms", "1000");
        return settings;
    }
}
