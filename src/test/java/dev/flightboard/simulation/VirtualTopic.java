package dev.flightboard.simulation;

import dev.flightboard.board.Board;
import dev.flightboard.board.Position;
import dev.flightboard.flight.Direction;
import dev.flightboard.flight.FlightState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * A topic as Kafka would hold it: partitions of records, of which compaction keeps the last of each key, and no removal for
 * longer than its retention. What is left of it says what every board must show.
 */
final class VirtualTopic {

    static final Duration MAX_AGE = Duration.ofHours(2);
    static final Duration TOMBSTONE_RETENTION = Duration.ofHours(60);

    private static final int FLIGHTS = 10;
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long YEAR_2000 = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

    /**
     * @param state null for a removal or a record that cannot be read
     * @param speed of the day that a simulator's record is of; 1 for the present, 0 for a record of others
     */
    record Written(
            String id,
            FlightState state,
            int speed,
            boolean readable,
            int partition,
            long offset,
            long timestamp,
            Instant appended,
            int leader) {}

    /** A leader that was elected though others had read on: what lay from this offset on is lost. */
    private record Cut(int leader, long from) {}

    private final Random random;
    private final VirtualTime time;
    long identity = 1;
    private final List<TreeMap<Long, Written>> partitions = new ArrayList<>();
    private final List<Long> ends = new ArrayList<>();
    private final List<List<Cut>> cuts = new ArrayList<>();
    private int leader;
    private int written;

    /** In the other runs each state is read by all, so that more can be asked of each frame. */
    final boolean compacts;

    VirtualTopic(Random random, VirtualTime time) {
        this.compacts = random.nextBoolean();
        this.random = random;
        this.time = time;
        addPartition();
        if (random.nextBoolean()) addPartition();
    }

    void addPartition() {
        partitions.add(new TreeMap<>());
        ends.add(0L);
        cuts.add(new ArrayList<>());
    }

    boolean isWrittenAfter(String id, Position position) {
        return newest().stream()
                .filter(each -> each.containsKey(id))
                .anyMatch(each -> each.get(id).offset >= position.nextOffset(each.get(id).partition));
    }

    int partitions() {
        return partitions.size();
    }

    long end(int partition) {
        return ends.get(partition);
    }

    /** What is left of a partition from this offset on. */
    Map<Long, Written> from(int partition, long offset) {
        return partitions.get(partition).tailMap(offset);
    }

    /** An unclean election: the last records of a partition are lost. */
    boolean cut() {
        int partition = random.nextInt(partitions.size());
        // Compaction may take with it by what the new leader's records can be told.
        if (compacts || end(partition) == 0) return false;
        long from = Math.max(0, end(partition) - 1 - random.nextInt(4));
        Simulation.trace("  loses " + partition + "/" + from);
        cuts.get(partition).add(new Cut(++leader, from));
        partitions.get(partition).tailMap(from).clear();
        ends.set(partition, from);
        return true;
    }

    /** Who leads now. */
    int leader() {
        return leader;
    }

    /** Whether a reader that has come so far under that leader has read what is lost. */
    boolean isCut(int partition, long position, int under) {
        return cuts.get(partition).stream().anyMatch(each -> each.leader > under && each.from < position);
    }

    void makeAnew() {
        identity++;
        int count = partitions.size();
        partitions.clear();
        ends.clear();
        cuts.clear();
        for (int i = 0; i < count; i++) addPartition();
    }

    /** One record of one of a few flights. Its gate counts what was written. */
    void write() {
        String id = "F" + random.nextInt(FLIGHTS);
        int kind = random.nextInt(20);
        FlightState state = kind < 5 ? null : state(id);
        int partition = id.hashCode() % partitions.size();
        Simulation.trace("  writes " + id + " " + partition + "/" + end(partition) + " " + state);
        long offset = end(partition);
        // A transaction's marker takes an offset too.
        ends.set(partition, offset + (random.nextInt(10) == 0 ? 2 : 1));
        Written record =
                new Written(id, state, speed(), kind != 0, partition, offset, timestamp(state), time.now(), leader);
        partitions.get(partition).put(offset, record);
    }

    private FlightState state(String id) {
        Instant scheduled =
                random.nextInt(3) == 0 ? time.now().plus(Duration.ofMinutes(random.nextInt(300) - 120)) : null;
        String terminal = String.valueOf((char) ('A' + random.nextInt(3)));
        String gate = String.valueOf(++written);
        Direction direction = random.nextInt(3) == 0 ? Direction.DEPARTURE : Direction.ARRIVAL;
        return FlightState.of(id)
                .flight(id)
                .direction(direction)
                .state(direction == Direction.DEPARTURE ? "boarding" : "landing")
                .scheduled(scheduled)
                .terminal(terminal)
                .gate(gate)
                .desks(direction == Direction.DEPARTURE ? terminal + "1-" + terminal + "9" : null)
                .build();
    }

    /** Now and then a simulator writes too. */
    private int speed() {
        return random.nextInt(8) == 0 ? random.nextInt(1, 4) : 0;
    }

    /** As producers stamp records: rightly, mostly. */
    private long timestamp(FlightState state) {
        long now = time.millis();
        return switch (random.nextInt(24)) {
            case 0 -> now / 1000;
            case 1 -> -1;
            case 2 -> now + 3 * DAY / 2;
            case 3 -> now + DAY / 24;
            case 4 -> now - DAY / 24;
            // Not where its own time keeps it: a removal in another partition may be forgotten by then.
            case 5 -> state == null || state.scheduled() == null ? now - 3 * DAY : now;
            default -> now - random.nextInt(50);
        };
    }

    void compact() {
        if (!compacts) return;
        Instant clean = time.now().minus(Board.COMPACTION_LAG);
        for (TreeMap<Long, Written> partition : partitions) {
            Map<String, Long> last = new HashMap<>();
            for (Written each : partition.values()) {
                if (each.appended.isAfter(clean)) break;
                last.put(each.id, each.offset);
            }
            partition.values().removeIf(each -> last.getOrDefault(each.id, -1L) > each.offset);
            partition
                    .values()
                    .removeIf(each -> each.state == null
                            && each.readable
                            && each.appended.plus(TOMBSTONE_RETENTION).isBefore(time.now()));
        }
    }

    /** What is left of each partition: each flight's last record. */
    List<Map<String, Written>> newest() {
        return partitions.stream()
                .map(each -> {
                    Map<String, Written> last = new HashMap<>();
                    each.values().forEach(record -> last.put(record.id, record));
                    return last;
                })
                .toList();
    }

    /** The board that follows from the last record of each flight in each partition, at that time. */
    static Map<String, FlightState> board(List<Map<String, Written>> partitions, long now) {
        // Of a flight's records with a plausible time the newest counts; one without counts where no other shows it.
        Map<String, Written> timed = new TreeMap<>();
        Map<String, Written> others = new TreeMap<>();
        Comparator<Written> order = Comparator.<Written>comparingLong(each -> Math.max(each.timestamp, YEAR_2000))
                .thenComparing(Written::partition);
        for (Map<String, Written> partition : partitions) {
            for (Written each : partition.values()) {
                if (each.state != null && expiry(each, now) <= now) continue;
                boolean plausible = each.timestamp >= YEAR_2000 && each.timestamp <= now + DAY;
                Map<String, Written> among = plausible ? timed : others;
                if (plausible || each.state != null) among.merge(each.id, each, BinaryOperator.maxBy(order));
            }
        }
        Map<String, FlightState> board = new TreeMap<>();
        others.forEach((id, each) -> board.put(id, each.state));
        timed.forEach((id, each) -> {
            if (each.state != null) board.put(id, each.state);
        });
        return board;
    }

    /** When a flight leaves by age, as things stand at that time. */
    private static long expiry(Written record, long now) {
        long latest = Long.MIN_VALUE;
        if (record.timestamp >= YEAR_2000 && record.timestamp <= now + DAY) latest = record.timestamp;
        Instant own = record.state.scheduled();
        if (own != null) latest = Math.max(latest, own.toEpochMilli());
        return latest == Long.MIN_VALUE ? Long.MAX_VALUE : latest + MAX_AGE.toMillis();
    }
}
