package dev.flightboard.feed;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.record.Rejection;
import dev.flightboard.record.Rejection.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/**
 * What becomes of records that cannot be read: each is counted, told to the log once per reason and minute, and copied to
 * the rejected topic. Owned by the feed's thread.
 */
final class RejectedRecords implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RejectedRecords.class);

    // A log that repeats itself every minute is noticed; one that repeats itself for each record is turned off.
    private static final long QUIET_MILLIS = 60_000;

    // Below the megabyte that brokers take by default, with room for headers; of a longer value the beginning is
    // copied.
    private static final int MAX_COPY = 900_000;
    private static final int MAX_KEY_COPY = 1024;

    private final FlightboardConfig config;
    private final KafkaClients clients;
    private final FeedMetrics metrics;
    private final Clock clock;
    private final Map<Reason, Long> quietUntil = new EnumMap<>(Reason.class);
    private Producer<byte[], byte[]> producer;
    private volatile long noCopiesUntil;

    RejectedRecords(FlightboardConfig config, KafkaClients clients, FeedMetrics metrics, Clock clock) {
        this.config = config;
        this.clients = clients;
        this.metrics = metrics;
        this.clock = clock;
    }

    static String topic(String topic) {
        return topic + ".rejected";
    }

    void reject(ConsumerRecord<byte[], byte[]> record, Rejection rejection) {
        String place = record.topic() + "/" + record.partition() + "/" + record.offset();
        metrics.rejected(rejection.reason());
        long now = clock.millis();
        if (now >= quietUntil.getOrDefault(rejection.reason(), 0L)) {
            quietUntil.put(rejection.reason(), now + QUIET_MILLIS);
            LOG.warnf(
                    "Record rejected; others for this reason are not logged for a minute. reason=%s detail=\"%s\" record=%s copy=%s",
                    rejection.reason().label(), rejection.getMessage(), place, topic(config.topic()));
        }
        if (now >= noCopiesUntil) copy(record, rejection, place);
        else metrics.uncopied();
    }

    private void copy(ConsumerRecord<byte[], byte[]> record, Rejection rejection, String place) {
        byte[] value = record.value();
        byte[] copied = value != null && value.length > MAX_COPY ? Arrays.copyOf(value, MAX_COPY) : value;
        // A null value would delete the copies of this key.
        if (copied == null) copied = new byte[0];
        ProducerRecord<byte[], byte[]> copy = new ProducerRecord<>(topic(config.topic()), bytes(place), copied);
        copy.headers().add("reason", bytes(rejection.reason().label()));
        copy.headers().add("detail", bytes(rejection.getMessage()));
        if (record.key() != null) {
            copy.headers().add("key", Arrays.copyOf(record.key(), Math.min(record.key().length, MAX_KEY_COPY)));
        }
        if (value != null && value.length > MAX_COPY) {
            copy.headers().add("truncated-from", bytes(Integer.toString(value.length)));
        }
        if (producer == null) producer = clients.producer();
        producer.send(copy, (sent, failure) -> {
            if (failure != null) lost(failure);
        });
    }

    /** Runs on the feed's thread or the producer's. */
    private void lost(Exception cause) {
        metrics.uncopied();
        // A send that failed for want of metadata has kept the feed waiting: no more of that for a while.
        noCopiesUntil = clock.millis() + QUIET_MILLIS;
        LOG.warnf(
                "Rejected records cannot be copied; next try in a minute. topic=%s cause=\"%s\"",
                topic(config.topic()), cause.getMessage());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        // Long enough for copies under way, short enough for any grace period.
        if (producer != null) producer.close(Duration.ofSeconds(2));
    }
}
