package dev.flightboard.feed;

import dev.flightboard.board.Board;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
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

    private final TopicReader reader;
    private final BoardWriter writer;
    private final Board board;
    private final Clock clock;
    private final FeedMetrics metrics;
    private final Troubles troubles;
    private Long identity;
    private Duration pause = FIRST_PAUSE;
    private long resumeAt;
    private boolean failing;

    RecordFlow(
            TopicReader reader, BoardWriter writer, Board board, Clock clock, FeedMetrics metrics, Troubles troubles) {
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

    /** Puts on the board what has come, or comes within the time given. */
    void flow(Duration wait) throws InterruptedException {
        try {
            ConsumerRecords<byte[], byte[]> records = reader.read(wait);
            writer.write(records);
            // Only now: what is not on the board is read again, whatever happens in between.
            reader.passed(records);
            metrics.read(records.count());
            if (!records.isEmpty()) board.publish();
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
