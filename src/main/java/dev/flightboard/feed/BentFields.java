package dev.flightboard.feed;

import dev.flightboard.record.Bent;
import dev.flightboard.record.Excerpt;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * What was bent or left out of records that are shown: counted by field, and told to the log once a minute for each field
 * and what became of it, so that whoever writes them sees what to mend. Owned by the feed's thread.
 */
@Singleton
class BentFields {

    private static final Logger LOG = Logger.getLogger(BentFields.class);

    private final FeedMetrics metrics;
    private final OncePerMinute once = new OncePerMinute();

    BentFields(FeedMetrics metrics) {
        this.metrics = metrics;
    }

    void note(ConsumerRecord<byte[], byte[]> record, List<Bent> all) {
        for (Bent bent : all) {
            metrics.bent(bent);
            if (!once.isTimeFor(new Kind(bent.field(), bent.how()))) continue;
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

    private record Kind(String field, Bent.How how) {}
}
