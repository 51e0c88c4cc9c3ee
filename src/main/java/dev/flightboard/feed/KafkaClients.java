package dev.flightboard.feed;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.KafkaSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;

/** Opens the feed's Kafka clients, from the settings that every client of the service shares, and closes them. */
@ApplicationScoped
class KafkaClients {

    private static final Logger LOG = Logger.getLogger(KafkaClients.class);

    // A connection is given up when nothing has come over it for as long as it takes until browsers are told that the
    // board is stale. But not earlier than a large answer needs, and not later than Kafka's own 30 s.
    private static final Duration SHORTEST_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(30);

    private final KafkaSettings kafka;
    private final String timeoutMillis;

    KafkaClients(KafkaSettings kafka, FlightboardConfig config) {
        this.kafka = kafka;
        Duration lostAfter = config.feed().lostAfter();
        Duration atLeast = lostAfter.compareTo(SHORTEST_TIMEOUT) < 0 ? SHORTEST_TIMEOUT : lostAfter;
        Duration timeout = atLeast.compareTo(LONGEST_TIMEOUT) > 0 ? LONGEST_TIMEOUT : atLeast;
        this.timeoutMillis = String.valueOf(timeout.toMillis());
    }

    Consumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = settings();
        settings.put("enable.auto.commit", "false");
        // An offset that is out of range means that the log is not the one that was read. The feed decides what to do.
        settings.put("auto.offset.reset", "none");
        // So many that a catch-up is limited by parsing, so few that a batch is applied within some milliseconds.
        settings.put("max.poll.records", "5000");
        // An answer of this size arrives within the timeout at two megabits a second.
        settings.putIfAbsent("fetch.max.bytes", "1048576");
        // Only what was committed by its producer's transaction is a state of a flight.
        settings.put("isolation.level", "read_committed");
        settings.put("allow.auto.create.topics", "false");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    Admin admin() {
        Map<String, Object> settings = settings();
        settings.put("default.api.timeout.ms", timeoutMillis);
        return Admin.create(settings);
    }

    Producer<byte[], byte[]> producer() {
        Map<String, Object> settings = settings();
        settings.put("acks", "all");
        // With the default, rebootstrap, send() waits for metadata in an outage, and then drops the record.
        settings.put("metadata.recovery.strategy", "none");
        // A topic that is not there is waited for as long as Kafka's answer.
        settings.put("max.block.ms", timeoutMillis);
        // An outage shorter than this loses no copy.
        settings.put("delivery.timeout.ms", "600000");
        // Copies are rare; the default of 32 MB would be the largest block of the service's memory.
        settings.putIfAbsent("buffer.memory", "8388608");
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = kafka.shared();
        settings.put("request.timeout.ms", timeoutMillis);
        // A broker that is back is found within a second; the default waits for up to ten.
        settings.putIfAbsent("reconnect.backoff.max.ms", "1000");
        // The first packet of a connection may be lost in an outage. It is tried again after this time, by default
        // after ten seconds and later after thirty.
        settings.putIfAbsent("socket.connection.setup.timeout.ms", "2000");
        settings.putIfAbsent("socket.connection.setup.timeout.max.ms", "4000");
        return settings;
    }

    /** Returns at once, and closes on another thread: closing can take as long as Kafka is away. */
    static void close(Consumer<?, ?> consumer) {
        aside(() -> consumer.close(CloseOptions.timeout(Duration.ZERO)));
    }

    /** Returns at once. */
    static void close(Admin admin) {
        aside(() -> admin.close(Duration.ZERO));
    }

    private static void aside(Runnable close) {
        Thread thread = new Thread(
                () -> {
                    try {
                        close.run();
                    } catch (RuntimeException failed) {
                        LOG.debug("A Kafka client could not be closed in order", failed);
                    }
                },
                "kafka-close");
        thread.setDaemon(true);
        thread.start();
    }
}
