package dev.flightboard.board;

import dev.flightboard.board.ModelTopic.Written;
import dev.flightboard.support.ManualClock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Reads a topic into a board as the feed does: in batches, partition by partition in any order. */
final class ModelReplica {

    final Board board;
    private final ModelTopic topic;
    private final Random random;
    private final ManualClock clock;

    ModelReplica(ModelTopic topic, Random random, ManualClock clock) {
        this.topic = topic;
        this.random = random;
        this.clock = clock;
        this.board = new Board(clock, Duration.ofHours(1), ModelTopic.MAX_AGE);
        board.restart(7);
        catchUp();
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
        board.sweep();
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
