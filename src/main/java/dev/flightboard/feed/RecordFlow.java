package dev.flightboard.feed;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.board.Board;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * The way of the records from the topic to the board. A failure is told and tried again, from the same place, after a pause
 * that grows. Owned by the feed's thread.
 */
@Singleton
class RecordFlow implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RecordFlow.class);

    private static final String PART = "reading";

    // A moment's failure costs a moment; one that lasts may be a password, and some brokers lock those who try too
    // often.
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    // What fails for good does so with each answer, and a broker without news answers after half a second.
    private static final Duration PROVEN = Duration.ofSeconds(2);

    // Of the hub's window, what is left to read what was gathered.
    private static final Duration FOLLOWING = Duration.ofMillis(2);

    // In one window; more is a catch-up, or a load of which each read is large anyway.
    private static final int MANY = 500;

    private final TopicReader reader;
    private final BoardWriter writer;
    private final Board board;
    private final Clock clock;
    private final FeedMetrics metrics;
    private final Troubles troubles;
    private final long gatherNanos;
    private Long identity;
    private Duration pause = FIRST_PAUSE;
    private long resumeAt;
    private boolean failing;
    private long gatherUntil;
    private boolean gathering;

    RecordFlow(
            FlightboardConfig config,
            TopicReader reader,
            BoardWriter writer,
            Board board,
            Clock clock,
            FeedMetrics metrics,
            Troubles troubles) {
        this.gatherNanos = config.stream().window().minus(FOLLOWING).toNanos();
        this.reader = reader;
        this.writer = writer;
        this.board = board;
        this.clock = clock;
        this.metrics = metrics;
        this.troubles = troubles;
    }

    /** Reads this topic, from its beginning where it is another than before; returns whether it is. */
    boolean follow(TopicView topic) {
        boolean anew = identity == null || identity != topic.identity();
        if (anew) {
            if (identity != null) LOG.warn("The topic was made anew; the board follows it");
            identity = topic.identity();
            reader.forget();
            board.restart(identity, clock.instant(), System.nanoTime());
        }
        if (topic.partitions() != reader.partitions()) {
            if (reader.partitions() > 0) LOG.infof("The topic has new partitions. partitions=%d", topic.partitions());
            reader.assign(topic.partitions());
        }
        return anew;
    }

    /** Reads nothing until it is told to follow again: its clients would ask for what is not there many times a second. */
    void rest() {
        reader.assign(0);
    }

    boolean isResting() {
        return reader.partitions() == 0 || failing && System.nanoTime() - resumeAt < 0;
    }

    /** Whether records would be read if there were any. */
    boolean isReading() {
        return reader.partitions() > 0 && !failing;
    }

    long place(int partition) {
        return reader.place(partition);
    }

    /** Puts on the board what has come, or comes within the time given, and publishes it at once. */
    void flow(Duration wait) throws InterruptedException {
        try {
            boolean gathered = gather();
            int count = read(gathered ? FOLLOWING : wait);
            // What the client asked for beforehand was answered with the first record; the next answer has all others.
            if (gathered && count > 0) count += read(FOLLOWING);
            if (count > 0) board.publish();
            published(count);
            if (failing && System.nanoTime() - resumeAt > PROVEN.toNanos()) recovered();
        } catch (InvalidOffsetException otherLog) {
            LOG.warnf(
                    "The topic has lost records that were read; reading it anew. partitions=%s", otherLog.partitions());
            identity = null;
            rest();
        } catch (KafkaException | LinkageError failed) {
            failed(failed);
        }
    }

    private int read(Duration wait) throws InterruptedException {
        ConsumerRecords<byte[], byte[]> records = reader.read(wait);
        writer.write(records);
        // Only now: what is not on the board is read again, whatever happens in between.
        reader.passed(records);
        metrics.read(records.count());
        return records.count();
    }

    /** Waits for company for what comes after a publication, since browsers are told no sooner; says whether it did. */
    private boolean gather() {
        long left = gatherUntil - System.nanoTime();
        if (!gathering || left <= 0) return false;
        LockSupport.parkNanos(left);
        return true;
    }

    private void published(int count) {
        // After a quiet spell the first change goes at once; while much is to be read, nothing is waited for.
        gathering = count > 0 && count < MANY && gatherNanos > 0;
        gatherUntil = System.nanoTime() + gatherNanos;
    }

    private void failed(Throwable failure) {
        close();
        troubles.add(PART, "records cannot be read, trying again", failure);
        failing = true;
        resumeAt = System.nanoTime() + pause.toNanos();
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }

    private void recovered() {
        failing = false;
        pause = FIRST_PAUSE;
        troubles.clear(PART);
    }

    /** Without waiting; what follows opens its clients anew. */
    @Override
    public void close() {
        reader.close();
    }
}
