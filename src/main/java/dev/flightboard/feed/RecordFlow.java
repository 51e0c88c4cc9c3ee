package dev.flightboard.feed;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.board.Board;
import dev.flightboard.board.Freshness;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Moves records from the topic to the board. After a failure it reads again from the same offsets, after a pause that grows.
 * Owned by the feed's thread.
 */
@Singleton
class RecordFlow implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RecordFlow.class);

    private static final String PART = "reading";

    // A failure of a moment costs a moment. One that lasts may be a wrong password, and some brokers lock clients that
    // try too often.
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    // How long reading must work before the failure counts as over: a broker answers every half second at the latest.
    private static final Duration PROVEN = Duration.ofSeconds(2);

    // The part of the hub's window that is left for reading, after the feed has waited for more records.
    private static final Duration FOLLOWING = Duration.ofMillis(2);

    // How long records are gathered while nobody is subscribed: nobody waits for them then, and each fetch costs more
    // than the records in it. The board that a browser is given first is older by as much at most.
    private static final Duration UNWATCHED = Duration.ofMillis(100);

    // Records in one window. When there are more, the feed catches up, and each read is large without waiting.
    private static final int MANY = 500;

    private final TopicReader reader;
    private final BoardWriter writer;
    private final Board board;
    private final Freshness freshness;
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
            Freshness freshness,
            Clock clock,
            FeedMetrics metrics,
            Troubles troubles) {
        this.gatherNanos = config.stream().window().minus(FOLLOWING).toNanos();
        this.reader = reader;
        this.writer = writer;
        this.board = board;
        this.freshness = freshness;
        this.clock = clock;
        this.metrics = metrics;
        this.troubles = troubles;
    }

    /** Reads this topic; from its beginning if it is another one than before. Returns whether it is. */
    boolean follow(TopicView topic) {
        boolean anew = identity == null || identity != topic.identity();
        if (anew) {
            if (identity != null) LOG.warn("The topic was made anew; the board follows it");
            identity = topic.identity();
            reader.forget();
            // As of the question: the board's time never goes back, and the answer may have taken long.
            board.restart(identity, topic.askedAt(clock), topic.askedAt());
        }
        if (topic.partitions() != reader.partitions()) {
            if (reader.partitions() > 0) LOG.infof("The topic has new partitions. partitions=%d", topic.partitions());
            reader.assign(topic.partitions());
        }
        return anew;
    }

    /** Stops reading until {@link #follow}: Kafka's client would ask for a missing topic many times a second. */
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

    /** Puts on the board the records that have come, or come within the given time, and publishes them at once. */
    void flow(Duration wait) throws InterruptedException {
        try {
            boolean gathered = gather();
            int count = read(gathered ? FOLLOWING : wait);
            // The client's pending request was answered with the first record alone; the next answer has all others.
            if (gathered && count > 0) count += read(FOLLOWING);
            if (count > 0) board.publish(System.nanoTime());
            published(count);
            if (failing && System.nanoTime() - resumeAt > PROVEN.toNanos()) recovered();
        } catch (WakeupException clockSetBack) {
            // The feed, which looks at the clock before it reads on, replaces the client.
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
        // Only now: if something fails before, records that are not on the board are read again.
        reader.passed(records);
        metrics.read(records.count());
        return records.count();
    }

    /**
     * Waits for the rest of the hub's window, if the last publication was within it: browsers are told no sooner anyway, and
     * records that come meanwhile are read together. While nobody watches a live board, it waits longer, until somebody
     * does. Returns whether it waited.
     */
    private boolean gather() throws InterruptedException {
        long left = gatherUntil - System.nanoTime();
        if (!gathering || left <= 0) return false;
        LockSupport.parkNanos(left);
        // A board that is stale has much to read.
        if (freshness.staleSince(board.head()).isEmpty()) board.awaitAudience(UNWATCHED.toNanos() - gatherNanos);
        return true;
    }

    private void published(int count) {
        // The first change after a quiet spell is published at once. While there is much to read, nothing
        // is waited for.
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

    /** Ends a wait for records. Any thread. */
    void wakeUp() {
        reader.wakeUp();
    }

    /** Returns at once; the next read opens the clients anew. */
    @Override
    public void close() {
        reader.close();
    }
}
