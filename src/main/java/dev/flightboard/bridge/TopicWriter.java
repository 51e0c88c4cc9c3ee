package dev.flightboard.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flightboard.flight.FlightJson;
import dev.flightboard.flight.FlightState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes states and removals, signed with the bridge's name. A KafkaException says what it could not do. Used by one thread. */
final class TopicWriter implements AutoCloseable {

    /** Of each record: the name of the bridge that wrote it. */
    static final String HEADER = "bridge";

    // Of what is under way at the end, short enough for any grace period.
    private static final Duration LAST_WAIT = Duration.ofSeconds(2);

    private final String topic;
    private final byte[] name;
    private final KafkaProducer<byte[], byte[]> producer;

    TopicWriter(Map<String, Object> kafka, String topic, String name) {
        this.topic = topic;
        this.name = name.getBytes(UTF_8);
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("acks", "all");
        // What is not written by then is compared, and written, with the next poll.
        settings.put("delivery.timeout.ms", "30000");
        settings.put("request.timeout.ms", "10000");
        settings.put("max.block.ms", "10000");
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Returns when Kafka has them; a null state removes the flight. What it has not is to be written again. */
    void write(Map<String, FlightState> changes) throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        changes.forEach((id, state) -> {
            ProducerRecord<byte[], byte[]> record =
                    new ProducerRecord<>(topic, id.getBytes(UTF_8), state == null ? null : FlightJson.withoutId(state));
            record.headers().add(HEADER, name);
            sent.add(producer.send(record));
        });
        producer.flush();
        for (Future<RecordMetadata> each : sent) {
            try {
                each.get();
            } catch (ExecutionException failed) {
                throw new KafkaException("cannot write: " + failed.getCause().getMessage(), failed.getCause());
            }
        }
    }

    @Override
    public void close() {
        producer.close(LAST_WAIT);
    }
}
