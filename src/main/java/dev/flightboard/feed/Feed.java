package dev.flightboard.feed;

import dev.flightboard.SupervisedThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Keeps the board up to date with the topic. Owns the feed's thread, the only one that writes the board. While Kafka is away
 * the board stays as it is and becomes stale by its age; then the feed goes on from where it was.
 */
@ApplicationScoped
class Feed {

    // How late the feed may notice an answer of Kafka or its own stop. Records end the wait at once.
    private static final Duration POLL = Duration.ofMillis(100);

    private final RecordFlow records;
    private final LiveWatch live;
    private final RejectedCopies copies;
    private final Troubles troubles;
    private final ClockWatch clock;
    private final SupervisedThread thread = new SupervisedThread("feed", this::run);

    Feed(RecordFlow records, LiveWatch live, RejectedCopies copies, Troubles troubles, ClockWatch clock) {
        this.records = records;
        this.live = live;
        this.copies = copies;
        this.troubles = troubles;
        this.clock = clock;
    }

    void start() {
        thread.start();
        clock.start(records::wakeUp);
    }

    /** Waits until the feed's thread ends and the copies of rejected records are written: a second or two. */
    void stop() throws InterruptedException {
        clock.stop();
        thread.stop(() -> {});
        copies.stop();
    }

    /** Whether the topic was ever read to its end; nothing takes that back. */
    boolean hasCaughtUp() {
        return live.hasCaughtUp();
    }

    /** What is wrong between the feed and Kafka, if anything. */
    Optional<String> trouble() {
        return troubles.text();
    }

    HealthCheckResponse health() {
        return thread.health();
    }

    private void run() throws InterruptedException {
        try {
            while (!thread.stopping()) {
                if (clock.wasSetBack()) closeClients();
                live.ask();
                if (records.isResting()) thread.pause(POLL);
                else records.flow(POLL);
                live.judge();
            }
        } finally {
            closeClients();
        }
    }

    /** Without waiting; whoever needs one opens it anew. */
    private void closeClients() {
        live.close();
        records.close();
    }
}
