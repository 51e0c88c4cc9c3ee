package dev.flightboard.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flightboard.flight.FlightState;
import dev.flightboard.record.FieldNames;
import dev.flightboard.record.Format;
import dev.flightboard.record.RecordReader;
import dev.flightboard.record.Rejection;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What the topic holds of each flight. A KafkaException says why it cannot be read. Used by one thread. */
final class FlightTopic implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    // Tens of thousands of records a second are read: by then, something is wrong.
    private static final Duration LONGEST_READ = Duration.ofMinutes(2);

    // As long as the service keeps them.
    private static final Duration REMOVALS_KEPT = Duration.ofDays(3);

    // A whole state has under 4 KiB; what others write may be larger, and is then theirs.
    private static final int MAX_BYTES = 1 << 20;

    private final String topic;
    private final byte[] name;
    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final RecordReader reader = new RecordReader(ZoneOffset.UTC, MAX_BYTES, Format.AUTO, FieldNames.OURS);
    private final Map<String, Held> held = new HashMap<>();
    private Uuid identity;
    private int partitions;

    /**
     * The newest record of a flight.
     *
     * @param state null where it removes the flight, or cannot be read
     * @param ours whether this bridge wrote it
     */
    record Held(FlightState state, boolean ours, int partition, long time) {}

    /** @param name of this bridge: what another one wrote it leaves alone */
    FlightTopic(Map<String, Object> kafka, String topic, String name) {
        this.topic = topic;
        this.name = name.getBytes(UTF_8);
        this.admin = Admin.create(kafka);
        Map<String, Object> reading = new HashMap<>(kafka);
        reading.put("enable.auto.commit", "false");
        reading.put("auto.offset.reset", "earliest");
        reading.put("isolation.level", "read_committed");
        // Whoever owns the topic creates it, with settings that a broker's own creation would miss.
        reading.put("allow.auto.create.topics", "false");
        this.consumer = new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** What it holds now, removals among it. */
    Map<String, Held> read() throws InterruptedException {
        TopicDescription now = describe();
        if (!now.topicId().equals(identity) || now.partitions().size() != partitions) {
            identity = now.topicId();
            partitions = now.partitions().size();
            held.clear();
            List<TopicPartition> all = IntStream.range(0, partitions)
                    .mapToObj(each -> new TopicPartition(topic, each))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        long end = System.nanoTime() + LONGEST_READ.toNanos();
        while (ends.entrySet().stream().anyMatch(each -> consumer.position(each.getKey()) < each.getValue())) {
            consumer.poll(POLL).forEach(this::hold);
            if (System.nanoTime() - end > 0)
                throw new TimeoutException("topic " + topic + " cannot be read to its end");
        }
        // By then, no older state of it can turn up in another partition.
        long old = System.currentTimeMillis() - REMOVALS_KEPT.toMillis();
        held.values().removeIf(each -> each.state == null && each.time < old);
        return held;
    }

    private TopicDescription describe() throws InterruptedException {
        try {
            return admin.describeTopics(List.of(topic))
                    .topicNameValues()
                    .get(topic)
                    .get();
        } catch (ExecutionException failed) {
            boolean missing = failed.getCause() instanceof UnknownTopicOrPartitionException;
            String why = missing
                    ? " does not exist: start the service, which makes it"
                    : " cannot be described: " + failed.getCause().getMessage();
            throw new KafkaException("topic " + topic + why, failed.getCause());
        }
    }

    private void hold(ConsumerRecord<byte[], byte[]> record) {
        try {
            String id = reader.id(record.key());
            Held before = held.get(id);
            // Of a key that moved, because partitions were added, the later one counts, in whatever order
            // they are read.
            boolean older =
                    before != null && before.partition != record.partition() && before.time > record.timestamp();
            if (!older)
                held.put(id, new Held(state(id, record), isOurs(record), record.partition(), record.timestamp()));
        } catch (Rejection nobodysFlight) {
            // The service says so.
        }
    }

    private FlightState state(String id, ConsumerRecord<byte[], byte[]> record) {
        try {
            return reader.read(id, record.value(), record.headers()).state();
        } catch (Rejection unreadable) {
            return null;
        }
    }

    private boolean isOurs(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(TopicWriter.HEADER);
        return header != null && Arrays.equals(header.value(), name);
    }

    @Override
    public void close() {
        consumer.close();
        admin.close(Duration.ZERO);
    }
}
