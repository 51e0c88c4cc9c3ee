package dev.flightboard.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.flightboard.record.Excerpt;
import dev.flightboard.record.Rejection;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The last records that were rejected and not yet put right: a later record of the same flight that can be read takes its
 * own off. Of each, as much as its maker needs to find it. Written by the feed's thread, read by any.
 */
@Singleton
class LastRejected {

    // More than one looks through; with all that is kept of each, some 300 kB at most.
    static final int MAX_RECORDS = 100;

    // As long as a key that is right may be, and a state with every field: the fault is mostly within.
    private static final int MAX_KEY = 128;
    private static final int MAX_VALUE = 1000;

    private static final JsonFactory JSON = new JsonFactory();

    private final Deque<Rejected> records = new ArrayDeque<>();
    private final Map<String, Integer> byId = new HashMap<>();

    /**
     * @param id of the flight; null where the key tells none
     * @param key an excerpt; null where there is none
     * @param value likewise
     */
    private record Rejected(
            String id,
            String topic,
            int partition,
            long offset,
            long time,
            String key,
            String value,
            String reason,
            String detail) {}

    /** @param id of the flight; null where the key tells none */
    synchronized void add(ConsumerRecord<byte[], byte[]> record, String id, Rejection rejection) {
        if (records.size() == MAX_RECORDS) forget(records.removeLast().id);
        records.addFirst(new Rejected(
                id,
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                Excerpt.of(record.key(), MAX_KEY),
                Excerpt.of(record.value(), MAX_VALUE),
                rejection.reason().label(),
                rejection.getMessage()));
        if (id != null) byId.merge(id, 1, Integer::sum);
    }

    /** A record of this flight could be read. */
    synchronized void repaired(String id) {
        if (byId.isEmpty() || byId.remove(id) == null) return;
        records.removeIf(each -> id.equals(each.id));
    }

    private void forget(String id) {
        if (id != null) byId.computeIfPresent(id, (same, count) -> count == 1 ? null : count - 1);
    }

    /** A JSON array, the newest first. */
    synchronized String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (Rejected each : records) write(json, each);
            json.writeEndArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.append('\n').toString();
    }

    private static void write(JsonGenerator json, Rejected record) throws IOException {
        json.writeStartObject();
        json.writeStringField("topic", record.topic);
        json.writeNumberField("partition", record.partition);
        json.writeNumberField("offset", record.offset);
        json.writeStringField("time", Instant.ofEpochMilli(record.time).toString());
        json.writeStringField("key", record.key);
        json.writeStringField("value", record.value);
        json.writeStringField("reason", record.reason);
        json.writeStringField("detail", record.detail);
        json.writeEndObject();
    }
}
