package dev.flightboard.feed;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.board.Board;
import dev.flightboard.board.Freshness;
import dev.flightboard.flight.FlightState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Reads the whole topic into the board, for as long as the service runs. Owns the one thread that writes the board. Kafka
 * may be away at any time: the board stays as it is, is called stale, and goes on where it was.
 */
@ApplicationScoped
class Feed {

    private static final Logger LOG = Logger.getLogger(Feed.class);

    // Bounds how late the feed sees an answered question or its stop; records end the wait at once.
    private static final Duration POLL = Duration.ofMillis(100);

    // Short against the patience of people, long against the cost of opening clients anew.
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final FlightboardConfig config;
    private final KafkaClients clients;
    private final Board board;
    private final Clock clock;
    private final Freshness freshness;
    private final FeedMetrics metrics;
    private final RecordReader reader;

    private volatile Thread thread;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean caughtUp;

    // Owned by the feed's thread.
    private RejectedRecords rejected;
    private Consumer<byte[], byte[]> consumer;
    private Long identity;
    private int partitions;

    /** What Kafka last said of the topic, until the board holds that much. */
    private TopicView ahead;

    private boolean lost = true;

    Feed(
            FlightboardConfig config,
            KafkaClients clients,
            Board board,
            Clock clock,
            Freshness freshness,
            FeedMetrics metrics) {
        this.config = config;
        this.clients = clients;
        this.board = board;
        this.clock = clock;
        this.freshness = freshness;
        this.metrics = metrics;
        this.reader = new RecordReader(config.timeZone(), config.feed().maxValueBytes());
    }

    void start() {
        thread = new Thread(this::run, "feed");
        thread.start();
    }

    /** Waits for the end of what the feed is about, a second or two; longer only where Kafka is away. */
    void stop() throws InterruptedException {
        stop.countDown();
        thread.join();
    }

    boolean isRunning() {
        return thread != null && thread.isAlive();
    }

    /** Whether the topic was ever read to its end; nothing takes that back. */
    boolean hasCaughtUp() {
        return caughtUp;
    }

    private boolean stopped() {
        return stop.getCount() == 0;
    }

    private void pause(Duration time) throws InterruptedException {
        stop.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        try (RejectedRecords opened = new RejectedRecords(config, clients, metrics, clock)) {
            rejected = opened;
            while (!stopped()) {
                try {
                    follow();
                } catch (KafkaException | CompletionException failed) {
                    if (!stopped()) again(failed);
                }
            }
        } catch (InterruptedException | InterruptException interrupted) {
            LOG.debug("Feed interrupted");
        }
    }

    private void again(RuntimeException failed) throws InterruptedException {
        Throwable cause = failed instanceof CompletionException ? failed.getCause() : failed;
        LOG.warnf("Kafka cannot be read; trying again. servers=%s cause=\"%s\"", clients.servers(), cause.getMessage());
        upkeep();
        pause(RETRY);
    }

    private void follow() throws InterruptedException {
        int patience = (int) config.feed().lostAfter().toMillis();
        try (Consumer<byte[], byte[]> opened = clients.consumer()) {
            Admin admin = clients.admin(patience);
            consumer = opened;
            partitions = 0;
            ahead = null;
            try {
                follow(admin);
            } finally {
                // Without waiting for answers that nobody reads any more.
                admin.close(Duration.ZERO);
            }
        } catch (OffsetOutOfRangeException otherLog) {
            LOG.warnf(
                    "The topic has lost records that were read; reading it anew. partitions=%s", otherLog.partitions());
            identity = null;
        }
    }

    private void follow(Admin admin) throws InterruptedException {
        // A topic that vanishes later is not made again: whoever deleted it decides what comes next.
        if (!caughtUp) new Topics(config, clients.servers()).ensure(admin);
        TopicWatch watch = new TopicWatch(admin, config.topic(), config.feed().watch(), clock);
        while (!stopped()) {
            look(watch);
            if (partitions > 0) read();
            else pause(POLL);
            upkeep();
        }
    }

    private void read() {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                String id = reader.id(record.key());
                board.apply(record.partition(), record.offset(), record.timestamp(), id, stateOrNone(id, record));
            } catch (Rejection rejection) {
                rejected.reject(record, rejection);
            }
        }
        // Past what compaction and transactions have left out, too.
        records.nextOffsets().forEach((partition, next) -> board.advance(partition.partition(), next.offset()));
        metrics.read(records.count());
        if (!records.isEmpty()) {
            board.publish();
        }
    }

    /** A record that cannot be read hides its flight, as it would on a replica that finds nothing else of it. */
    private FlightState stateOrNone(String id, ConsumerRecord<byte[], byte[]> record) {
        try {
            return record.value() == null ? null : reader.state(id, record.value());
        } catch (Rejection rejection) {
            rejected.reject(record, rejection);
            return null;
        }
    }

    private void look(TopicWatch watch) {
        watch.poll().ifPresent(view -> {
            if (identity == null || identity != view.identity()) begin(view.identity());
            if (view.ends().length != partitions) assign(view.ends().length);
            ahead = view;
        });
        if (ahead != null && hasReached(ahead.ends())) {
            live(ahead);
            ahead = null;
        }
    }

    private void begin(long newIdentity) {
        if (identity != null) LOG.warnf("The topic was made anew; the board follows it. topic=%s", config.topic());
        identity = newIdentity;
        board.restart(newIdentity, clock.instant(), System.nanoTime());
        partitions = 0;
    }

    private void assign(int count) {
        List<TopicPartition> all = new ArrayList<>();
        for (int partition = 0; partition < count; partition++) all.add(new TopicPartition(config.topic(), partition));
        consumer.assign(all);
        for (TopicPartition each : all) {
            long next = board.head().position().nextOffset(each.partition());
            // A log need not begin at 0.
            if (next == 0) consumer.seekToBeginning(List.of(each));
            else consumer.seek(each, next);
        }
        if (partitions > 0) LOG.infof("The topic has new partitions. topic=%s partitions=%d", config.topic(), count);
        partitions = count;
    }

    private boolean hasReached(long[] ends) {
        try {
            long lag = 0;
            for (int partition = 0; partition < partitions; partition++) {
                long position = consumer.position(new TopicPartition(config.topic(), partition), RETRY);
                board.advance(partition, position);
                lag += Math.max(0, ends[partition] - position);
            }
            metrics.lag(lag);
            return lag == 0;
        } catch (TimeoutException unknown) {
            return false;
        }
    }

    private void live(TopicView reached) {
        board.live(reached.asOf(), reached.askedNanos());
        board.publish();
        if (lost) {
            lost = false;
            LOG.infof(
                    "%s. topic=%s partitions=%d flights=%d",
                    caughtUp ? "Kafka is back" : "Caught up",
                    config.topic(),
                    partitions,
                    board.head().flights());
        }
        caughtUp = true;
    }

    private void upkeep() {
        if (lost || freshness.staleSince(board.head()) == null) return;
        lost = true;
        LOG.warnf(
                "Kafka is silent; the board may be stale. servers=%s since=%s",
                clients.servers(), board.head().asOf());
    }
}
