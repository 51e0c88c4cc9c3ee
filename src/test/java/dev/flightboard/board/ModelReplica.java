package dev.flightboard.board;

import dev.flightboard.board.Board.Applied;
import dev.flightboard.board.ModelTopic.Written;
import dev.flightboard.support.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Reads a topic into a board as the feed does, in batches, partition by partition in any order; and tells its browser of
 * it as the hub does, some time after it was published.
 */
final class ModelReplica {

    final Board board;
    private final ModelTopic topic;
    private final Random random;
    private final ManualClock clock;
    private final List<Applied> untold = new ArrayList<>();
    private Head told;

    ModelReplica(ModelTopic topic, Random random, ManualClock clock) {
        this.topic = topic;
        this.random = random;
        this.clock = clock;
        this.board = new Board(clock, Duration.ofHours(1), ModelTopic.MAX_AGE);
        board.watch((head, batch) -> untold.addAll(batch));
        board.restart(7);
        catchUp();
        told = board.head();
    }

    /** The head to which browsers are brought until the next flush. */
    Head told() {
        return told;
    }

    void flush(ModelSubscriber browser) {
        Head from = told;
        told = board.head();
        browser.offer(this, from, untold);
        untold.clear();
    }

    /** Reads a batch of some partition, or nothing. */
    void read() {
        int partition = random.nextInt(topic.partitions.size());
        read(partition, random.nextInt(4));
        board.publish();
    }

    void catchUp() {
        int first = random.nextInt(topic.partitions.size());
        for (int i = 0; i < topic.partitions.size(); i++) {
            read((first + i) % topic.partitions.size(), Integer.MAX_VALUE);
        }
        board.live(clock.instant());
        board.publish();
    }

    private void read(int partition, int atMost) {
        List<Written> records = topic.partitions.get(partition);
        // As the feed does, from where the published board stands.
        long next = board.head().nextOffset(partition);
        for (long end = Math.min(records.size(), next + (long) atMost); next < end; next++) {
            Written record = records.get((int) next);
            if (record.id() != null) {
                board.apply(partition, next, record.timestamp(), record.id(), record.state());
            }
            board.advance(partition, next + 1);
        }
    }

    Map<String, String> held() {
        return terminals(Board.all(board.head()).all());
    }

    static Map<String, String> terminals(Collection<Change> flights) {
        Map<String, String> terminals = new TreeMap<>();
        for (Change each : flights) terminals.put(each.id(), each.state().terminal());
        return terminals;
    }
}
