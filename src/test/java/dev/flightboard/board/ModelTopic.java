package dev.flightboard.board;

import static dev.flightboard.support.Flights.flight;

import dev.flightboard.flight.FlightState;
import dev.flightboard.support.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A topic as Kafka would hold it: partitions of records, of which compaction keeps the last of each key. */
final class ModelTopic {

    static final Duration MAX_AGE = Duration.ofHours(2);

    /** A null state is a tombstone, a null id what compaction has left. */
    record Written(String id, FlightState state, long timestamp) {}

    final List<List<Written>> partitions = new ArrayList<>();
    private final Map<String, Written> newest = new HashMap<>();
    private final Random random;
    private final ManualClock clock;
    private int written;

    ModelTopic(Random random, ManualClock clock) {
        this.random = random;
        this.clock = clock;
        addPartition();
    }

    void addPartition() {
        // Nobody writes to both the old and the new partition of a key within one millisecond.
        clock.pass(Duration.ofMillis(1));
        partitions.add(new ArrayList<>());
    }

    /** Writes one state or removal of one of a few flights. The terminal counts what was written. */
    void write() {
        String id = "F" + random.nextInt(12);
        FlightState state = random.nextInt(4) == 0 ? null : flight(id, "landing", null, String.valueOf(++written));
        Written record = new Written(id, state, clock.millis());
        newest.put(id, record);
        partitions.get(id.hashCode() % partitions.size()).add(record);
    }

    void compact() {
        for (List<Written> partition : partitions) {
            Map<String, Integer> last = new HashMap<>();
            for (int offset = 0; offset < partition.size(); offset++) last.put(partition.get(offset).id, offset);
            for (int offset = 0; offset < partition.size(); offset++) {
                if (last.get(partition.get(offset).id) > offset) partition.set(offset, new Written(null, null, 0));
            }
        }
    }

    /** The board that every reader must end with: flight by flight, the count of its newest state. */
    Map<String, String> board() {
        Map<String, String> board = new TreeMap<>();
        newest.forEach((id, record) -> {
            boolean young = record.timestamp + MAX_AGE.toMillis() > clock.millis();
            if (record.state != null && young) board.put(id, record.state.terminal());
        });
        return board;
    }
}
