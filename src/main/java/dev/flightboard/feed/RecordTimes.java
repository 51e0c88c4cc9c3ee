package dev.flightboard.feed;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Counts and logs records whose time cannot be right; the board takes them for records without a time. Owned by the feed's thread. */
@Singleton
class RecordTimes {

    private static final Logger LOG = Logger.getLogger(RecordTimes.class);

    // An earlier time is seconds where milliseconds are meant, or -1 for unknown.
    private static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

    // Time zones that were mistaken for one another lie this far apart at most; more is microseconds, or
    // a broken clock.
    private static final long AHEAD = Duration.ofDays(1).toMillis();

    private final Clock clock;
    private final FeedMetrics metrics;
    private final OncePerMinute once = new OncePerMinute();

    RecordTimes(Clock clock, FeedMetrics metrics) {
        this.clock = clock;
        this.metrics = metrics;
    }

    void check(ConsumerRecord<?, ?> record) {
        long time = record.timestamp();
        if (time >= EARLIEST && time <= clock.millis() + AHEAD) return;
        metrics.implausibleTime();
        if (once.isTimeFor("times")) {
            LOG.warnf(
                    "Record with a time that cannot be, its producer's; others are not logged for a minute. Mend the"
                            + " producer, or set message.timestamp.type=LogAppendTime for the topic. time=%d record=%s/%d/%d",
                    time, record.topic(), record.partition(), record.offset());
        }
    }
}
