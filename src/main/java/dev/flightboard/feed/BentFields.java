package dev.flightboard.feed;

import dev.flightboard.record.Bent;
import dev.flightboard.record.Excerpt;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * What was bent or left out of records that are shown: counted by field, and told to the log once a minute for each field and what became of it, so
 * that whoever writes them sees what to mend. Owned by the feed's thread.
 */
@Singleton
class BentFields {

    private static final Logger LOG = Logger.getLogger(BentFields.class);

    // As for rejected records: noticed, and not in the way.
    private static final long QUIET_MILLIS = 60_000;

    private final FeedMetrics metrics;
    private final Clock clock;
    private final Map<String, Long> quietUntil = new HashMap<>();

    BentFields(FeedMetrics metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    void note(ConsumerRecord<byte[], byte[]> record, List<Bent> all) {
        if (all.isEmpty()) return;
        long now = clock.millis();
        for (Bent bent : all) {
            metrics.bent(bent);
            String kind = bent.field() + ' ' + bent.how().label();
            if (now < quietUntil.getOrDefault(kind, 0L)) continue;
            quietUntil.put(kind, now + QUIET_MILLIS);
            LOG.warnf(
                    "Field %s; others alike are not logged for a minute. field=%s value=%s record=%s/%d/%d",
                    bent.how().label(),
                    bent.field(),
                    Excerpt.of(bent.value()),
                    record.topic(),
                    record.partition(),
                    record.offset());
        }
    }
}
