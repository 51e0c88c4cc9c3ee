package dev.flightboard.feed;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.record.Rejection;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/**
 * What becomes of records that cannot be read: each is counted, told to the log once per reason and minute, shown to
 * whoever looks, and copied to the rejected topic. Owned by the feed's thread.
 */
@Singleton
class RejectedRecords {

    private static final Logger LOG = Logger.getLogger(RejectedRecords.class);

    // Below the megabyte that brokers take by default, with room for headers; of a longer value the
    // beginning is copied.
    private static final int MAX_COPY = 900_000;
    private static final int MAX_KEY_COPY = 1024;

    private final String topic;
    private final RejectedCopies copies;
    private final LastRejected last;
    private final FeedMetrics metrics;
    private final OncePerMinute once = new OncePerMinute();

    RejectedRecords(FlightboardConfig config, RejectedCopies copies, LastRejected last, FeedMetrics metrics) {
        this.topic = Topics.rejected(config.topic());
        this.copies = copies;
        this.last = last;
        this.metrics = metrics;
    }

    /** @param id of the flight; null where the key tells none */
    void reject(ConsumerRecord<byte[], byte[]> record, String id, Rejection rejection) throws InterruptedException {
        String place = record.topic() + "/" + record.partition() + "/" + record.offset();
        metrics.rejected(rejection.reason());
        last.add(record, id, rejection);
        if (once.isTimeFor(rejection.reason())) {
            LOG.warnf(
                    "Record rejected; others for this reason are not logged for a minute. reason=%s detail=\"%s\" record=%s copy=%s",
                    rejection.reason().label(), rejection.getMessage(), place, topic);
        }
        copies.add(copy(record, rejection, place));
    }

    /** A record of this flight could be read: what was rejected of it before is past. */
    void repaired(String id) {
        last.repaired(id);
    }

    private ProducerRecord<byte[], byte[]> copy(
            ConsumerRecord<byte[], byte[]> record, Rejection rejection, String place) {
        byte[] value = record.value();
        byte[] copied = value != null && value.length > MAX_COPY ? Arrays.copyOf(value, MAX_COPY) : value;
        // A null value would delete the copies of this key.
        if (copied == null) copied = new byte[0];
        ProducerRecord<byte[], byte[]> copy = new ProducerRecord<>(topic, bytes(place), copied);
        copy.headers().add("reason", bytes(rejection.reason().label()));
        copy.headers().add("detail", bytes(rejection.getMessage()));
        if (record.key() != null) {
            copy.headers().add("key", Arrays.copyOf(record.key(), Math.min(record.key().length, MAX_KEY_COPY)));
        }
        if (value != null && value.length > MAX_COPY) {
            copy.headers().add("truncated-from", bytes(Integer.toString(value.length)));
        }
        return copy;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
