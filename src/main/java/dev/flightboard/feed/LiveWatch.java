package dev.flightboard.feed;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.board.Board;
import dev.flightboard.board.Freshness;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;

/**
 * Knows how fresh the board is: asks Kafka where the topic ends, and tells the board when it holds all up to there. If a
 * question fails, reading goes on. Owned by the feed's thread.
 */
@Singleton
class LiveWatch implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LiveWatch.class);

    private static final String PART = "asking";

    private final FlightboardConfig config;
    private final TopicWatch watch;
    private final Topics topics;
    private final RecordFlow flow;
    private final RejectedCopies copies;
    private final Board board;
    private final Freshness freshness;
    private final Clock clock;
    private final FeedMetrics metrics;
    private final Troubles troubles;
    private final Horizon horizon = new Horizon();
    private boolean stale = true;
    private volatile boolean caughtUp;

    LiveWatch(
            FlightboardConfig config,
            TopicWatch watch,
            Topics topics,
            RecordFlow flow,
            RejectedCopies copies,
            Board board,
            Freshness freshness,
            Clock clock,
            FeedMetrics metrics,
            Troubles troubles) {
        this.config = config;
        this.watch = watch;
        this.topics = topics;
        this.flow = flow;
        this.copies = copies;
        this.board = board;
        this.freshness = freshness;
        this.clock = clock;
        this.metrics = metrics;
        this.troubles = troubles;
    }

    /** Whether the topic was ever read to its end; nothing takes that back. Any thread. */
    boolean hasCaughtUp() {
        return caughtUp;
    }

    /** Called before records are read: finds out which topic and partitions to read. */
    void ask() throws InterruptedException {
        try {
            watch.poll().ifPresent(this::follow);
        } catch (CompletionException failed) {
            unanswered(failed.getCause());
        } catch (KafkaException cannotAsk) {
            unanswered(cannotAsk);
        }
    }

    private void unanswered(Throwable cause) throws InterruptedException {
        if (cause instanceof UnknownTopicOrPartitionException) missing(cause);
        else troubles.add(PART, "the topic cannot be described", cause);
    }

    private void follow(TopicView topic) {
        if (topic.knowsAllEnds()) troubles.clear(PART);
        else troubles.add(PART, "not every partition tells its end, reading goes on", topic.missing());
        if (flow.follow(topic)) {
            horizon.forget();
            TopicSettings.check(watch.admin(), config);
            copies.start();
        }
        horizon.told(topic);
        metrics.behind(lag(topic), topic.uncommitted());
    }

    private long lag(TopicView topic) {
        long lag = 0;
        for (int each = 0; each < topic.partitions(); each++) {
            lag += Math.max(0, topic.ends()[each] - Math.max(0, flow.place(each)));
        }
        return lag;
    }

    private void missing(Throwable unknown) throws InterruptedException {
        flow.rest();
        // A topic that was there and is deleted is not created again: whoever deleted it decides.
        if (caughtUp) {
            troubles.add(PART, "topic " + config.topic() + " is not there any more", unknown);
            return;
        }
        try {
            topics.create(watch.admin());
            watch.askSoon();
        } catch (KafkaException cannotCreate) {
            troubles.add(PART, "there is no topic", cannotCreate);
        }
    }

    /** Called after records were read: finds out whether the board is live. */
    void judge() {
        horizon.reached(flow::place).ifPresent(topic -> {
            // Without the right to read, the feed is at the end of an empty topic: that does not make the board live.
            if (flow.isReading()) live(topic);
        });
        if (!stale && freshness.staleSince(board.head()).isPresent()) {
            stale = true;
            LOG.warnf(
                    "The board is stale. since=%s cause=\"%s\"",
                    board.head().asOf(),
                    troubles.text().orElse("Kafka is silent, or records come faster than they are read"));
        }
    }

    private void live(TopicView topic) {
        board.live(topic.askedAt(clock), topic.askedAt());
        board.publish(topic.askedAt());
        if (!caughtUp) say("Caught up");
        else if (stale) say("The board is live again");
        caughtUp = true;
        stale = false;
    }

    private void say(String what) {
        LOG.infof("%s. topic=%s flights=%d", what, config.topic(), board.head().flights());
    }

    /** Without waiting. */
    @Override
    public void close() {
        watch.close();
    }
}
