package dev.flightboard.simulation;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.Time;
import dev.flightboard.board.Board;
import dev.flightboard.board.Change;
import dev.flightboard.board.Freshness;
import dev.flightboard.board.Head;
import dev.flightboard.board.Position;
import dev.flightboard.fanout.SimulatedHub;
import dev.flightboard.fanout.View;
import dev.flightboard.flight.FlightState;
import dev.flightboard.flight.Replay;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A replica: it reads the topic when the simulation says so, and flushes its hub when its time has come. */
final class VirtualReplica {

    static final Duration PATIENCE = Duration.ofSeconds(6);

    static final FlightboardConfig CONFIG = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(FlightboardConfig.class)
            // A moment of the writer's own choosing would make two runs of a seed differ.
            .withDefaultValue("flightboard.stream.max-age", "7d")
            .build()
            .getConfigMapping(FlightboardConfig.class);

    private final VirtualTopic topic;
    private final Random random;
    private final VirtualTime trueTime;
    private final Time time;
    private final Board board;
    private final Freshness freshness;
    final SimulatedHub hub;
    final VirtualLoop[] loops;
    private long identity;
    private int partitions;
    private int leader;
    private Asked asked;

    /** For each partition the last record of each flight that this replica was given. */
    private List<Map<String, VirtualTopic.Written>> given = new ArrayList<>();

    private long flushAt;

    /** What Kafka said of the topic. */
    private record Asked(long identity, long[] ends, Instant at, long nanos) {}

    VirtualReplica(VirtualTopic topic, Random random, VirtualTime trueTime) {
        this.topic = topic;
        this.random = random;
        this.trueTime = trueTime;
        this.time = trueTime.ahead(Duration.ofSeconds(random.nextInt(21) - 10));
        this.board = new Board(Duration.ofHours(1), VirtualTopic.MAX_AGE, time.now(), time.nanos());
        this.freshness = new Freshness(PATIENCE, time.forward());
        this.hub = new SimulatedHub(CONFIG, board, freshness, time);
        this.loops = new VirtualLoop[] {new VirtualLoop(trueTime), new VirtualLoop(trueTime)};
    }

    Instant now() {
        return time.now();
    }

    /** Asks Kafka for the topic's identity, partitions and ends. */
    void ask() {
        long[] ends = new long[topic.partitions()];
        for (int i = 0; i < ends.length; i++) ends[i] = topic.end(i);
        asked = new Asked(topic.identity, ends, time.now(), time.nanos());
        if (identity != asked.identity || hasReadWhatIsLost()) {
            identity = asked.identity;
            leader = topic.leader();
            given = new ArrayList<>();
            board.restart(identity, time.now(), time.nanos());
        }
        partitions = ends.length;
        while (given.size() < partitions) given.add(new HashMap<>());
    }

    /** Reads a few records of one partition. */
    void read() {
        if (partitions == 0 || identity != topic.identity || hasReadWhatIsLost()) return;
        leader = topic.leader();
        read(random.nextInt(partitions), 1 + random.nextInt(4));
        publish();
    }

    /** As its consumer notices with the next answer. */
    private boolean hasReadWhatIsLost() {
        for (int partition = 0; partition < partitions; partition++) {
            if (topic.isCut(partition, board.head().position().nextOffset(partition), leader)) return true;
        }
        return false;
    }

    private void read(int partition, int most) {
        long next = board.head().position().nextOffset(partition);
        int left = most;
        for (Map.Entry<Long, VirtualTopic.Written> each :
                topic.from(partition, next).entrySet()) {
            if (left-- == 0) return;
            VirtualTopic.Written record = each.getValue();
            Simulation.trace("  " + hashCode() + " applies " + partition + "/" + each.getKey() + " " + record);
            given.get(partition).put(record.id(), record);
            board.leader(partition, each.getKey(), record.leader());
            if (record.readable())
                board.apply(partition, each.getKey(), record.timestamp(), record.id(), record.state());
            else board.unreadable(partition, each.getKey(), record.timestamp(), record.id());
            if (record.speed() > 0) board.replays(record.timestamp(), replay(record.speed()));
        }
        board.advance(partition, topic.end(partition));
    }

    private static Replay replay(int speed) {
        return speed == 1 ? null : new Replay(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, speed);
    }

    /** Notices whether it has read as far as Kafka last said. */
    void reach() {
        if (asked == null || asked.identity != identity) return;
        for (int partition = 0; partition < asked.ends.length; partition++) {
            if (board.head().position().nextOffset(partition) < asked.ends[partition]) return;
        }
        board.live(asked.at, asked.nanos);
        publish();
        asked = null;
    }

    void catchUp() {
        ask();
        leader = topic.leader();
        for (int partition = 0; partition < partitions; partition++) read(partition, Integer.MAX_VALUE);
        publish();
        reach();
    }

    private void publish() {
        board.publish(time.nanos());
    }

    void flush() {
        hub.flush();
        flushAt = trueTime.millis() + hub.idleMillis();
    }

    /** Whether its hub's thread would flush by now, though nothing was published. */
    boolean flushIsDue() {
        return trueTime.millis() >= flushAt;
    }

    void runLoops() {
        for (VirtualLoop each : loops) each.runAll();
    }

    Head head() {
        return board.head();
    }

    /** Whether its board has been stale for so long already. */
    boolean isStaleFor(Duration time) {
        return freshness.age(hub.head()).compareTo(PATIENCE.plus(time)) > 0;
    }

    /** What a board must show that was given these records. */
    Map<String, FlightState> expected() {
        return VirtualTopic.board(given, head().asOf().toEpochMilli());
    }

    /** What it must show if it has read all. */
    Map<String, FlightState> expectedAtTheEnd() {
        return VirtualTopic.board(topic.newest(), head().asOf().toEpochMilli());
    }

    /** Whether compaction has taken records of the flight from before that position, for one that lies beyond. */
    boolean mayHaveMissed(String id, Position position) {
        // The hub goes on showing a topic that was made anew until that is read.
        boolean before = identity != topic.identity || !hub.headOf(position).isOfSameReading(head());
        return topic.compacts && (before || topic.isWrittenAfter(id, position));
    }

    static Map<String, FlightState> shown(Head head, View view) {
        Map<String, FlightState> shown = new TreeMap<>();
        for (Change each : head.all().all()) if (view.shows(each.state())) shown.put(each.id(), each.state());
        return shown;
    }
}
