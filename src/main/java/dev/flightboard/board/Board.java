package dev.flightboard.board;

import dev.flightboard.flight.FlightState;
import dev.flightboard.flight.Replay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes the board: applies the topic's records, lets time pass, and publishes the result as a {@link Head}. Owned by the
 * feed's thread; {@link #head} may be called by any.
 *
 * <p>Invariant ("records alone"): a head follows from the topic's records up to its offsets and from its time, whoever read
 * them in whatever order.
 */
public final class Board {

    // A removal is kept for longer than its memory by two delays: it is stamped with the board's time, which is up to a
    // step behind the topic's, and the cursor that asks for it is stamped by another replica's clock.
    private static final long FORGET_LATE = BoardTime.LONGEST_STEP + Head.SLACK_MILLIS;

    /**
     * A record stays in the topic at least this long after a newer one of its flight has come
     * ({@code min.compaction.lag.ms}), so whoever was live a while ago has read the newer one of each that was dropped.
     */
    public static final Duration COMPACTION_LAG = Duration.ofMinutes(5);

    // Twice the longest watch that can be set, and enough below the lag for the time that a broker's clock may be off.
    private static final long KEEPS_UP = Duration.ofMinutes(2).toNanos();

    private final long tombstoneMemory;
    private final long maxAge;
    private volatile Head head;
    private volatile Watcher watcher = (head, batch) -> {};

    private Flights flights = new Flights();
    private List<Applied> batch = new ArrayList<>();
    private BoardTime time;
    private long topic;
    private long reading;
    private long revision;
    private long[] nextOffsets = {};

    /** The offsets up to which it was read without a lag in which compaction could have dropped what is not replaced yet. */
    private long[] keptUp = {};

    private Lineage lineage = Lineage.NONE;

    /** For each partition, the offset behind the last record that was already too old when it was read, and was not kept. */
    private long[] skipped = {};

    private boolean complete;
    private long heldAt;

    /** What the newest record of a simulator says; null where it is of the present. */
    private Replay replay;

    private long replayNoted = Long.MIN_VALUE;

    /**
     * @param tombstoneMemory how long a removal can still be told
     * @param maxAge how long a flight stays on the board after the later of its record's time and its own times
     * @param now by the clock
     * @param nanos the same moment, on a clock that only goes forward
     */
    public Board(Duration tombstoneMemory, Duration maxAge, Instant now, long nanos) {
        this.time = new BoardTime(now.toEpochMilli());
        this.heldAt = nanos;
        this.tombstoneMemory = tombstoneMemory.toMillis();
        this.maxAge = maxAge.toMillis();
        publish(nanos);
    }

    /** Who hands on what is published. */
    public interface Watcher {

        /** Is called on the feed's thread after each publication, with every change since the one before, in order. */
        void published(Head head, List<Applied> batch);

        /** Waits until there is somebody to hand it on to, for so long at most. */
        default void awaitAudience(long nanos) throws InterruptedException {}
    }

    /**
     * @param before the flight's state until this change; null where it was not on the board
     */
    public record Applied(Change change, FlightState before) {}

    public void watch(Watcher newWatcher) {
        watcher = newWatcher;
    }

    /** Waits until somebody watches the board, for so long at most. Any thread. */
    public void awaitAudience(long nanos) throws InterruptedException {
        watcher.awaitAudience(nanos);
    }

    /** The last publication. Any thread. */
    public Head head() {
        return head;
    }

    /**
     * Forgets everything: the topic with this identity is read from its beginning.
     *
     * @param asOf when Kafka was asked which topic it is, by the clock
     * @param nanos the same moment, on a clock that only goes forward
     */
    public void restart(long topicIdentity, Instant asOf, long nanos) {
        topic = topicIdentity;
        reading++;
        flights = new Flights();
        batch = new ArrayList<>();
        time = new BoardTime(asOf.toEpochMilli());
        nextOffsets = new long[0];
        keptUp = new long[0];
        lineage = Lineage.NONE;
        skipped = new long[0];
        complete = false;
        heldAt = nanos;
        replay = null;
        replayNoted = Long.MIN_VALUE;
        revision++;
        publish(nanos);
    }

    /**
     * Applies one record whose value cannot be read, but whose key names the flight. It takes the flight off the board:
     * compaction keeps this record and drops the states before it, so a replica that starts later finds no other.
     */
    public void unreadable(int partition, long offset, long timestamp, String id) {
        apply(partition, offset, timestamp, id, null);
    }

    /** Applies one record; a null state removes the flight. */
    public void apply(int partition, long offset, long timestamp, String id, FlightState state) {
        advance(partition, offset + 1);
        long now = time.now();
        Version read = Version.of(state, partition, offset, timestamp, maxAge);
        Entry before = flights.get(id);
        if (read.isPast(now - tombstoneMemory) && (before == null || !before.holds(partition))) {
            // The flight is not kept, so its removal cannot be told. A client that still shows the flight has a cursor
            // from before this record, and gets the whole board for it.
            skipped = raised(skipped, partition, offset + 1);
            return;
        }
        put(before == null ? Entry.of(id, read, timestamp, now) : before.with(read, timestamp, now), before);
    }

    /**
     * Notes of which day a simulator's record is; the newest record counts, in whatever order partitions are read.
     *
     * @param read null where it is of the present
     */
    public void replays(long timestamp, Replay read) {
        if (timestamp < replayNoted) return;
        replayNoted = timestamp;
        replay = read;
    }

    /** Notes that the feed has read a partition up to this offset, whatever it found. */
    public void advance(int partition, long nextOffset) {
        nextOffsets = raised(nextOffsets, partition, nextOffset);
    }

    /** Notes under which leader a partition's records from this offset on were written. */
    public void leader(int partition, long offset, int epoch) {
        lineage = lineage.with(partition, offset, epoch);
    }

    private static long[] raised(long[] offsets, int partition, long offset) {
        long[] raised = partition < offsets.length ? offsets : Arrays.copyOf(offsets, partition + 1);
        raised[partition] = offset;
        return raised;
    }

    private void put(Entry entry, Entry before) {
        flights.put(entry, before, time.now());
        FlightState was = before == null ? null : before.shown().state();
        FlightState is = entry.shown().state();
        if (was == is) return;
        revision++;
        // Until the topic was read to its end nobody is shown anything, so nobody needs each single change.
        if (complete) batch.add(new Applied(entry.shown(), was));
    }

    /**
     * Says that the board holds all that the topic held at this time. The board's own time moves there, and flights that
     * are too old by then leave the board.
     *
     * @param nanos the same moment, on a clock that only goes forward
     */
    public void live(Instant asOf, long nanos) {
        long now = time.orWait(asOf.toEpochMilli());
        boolean back = now < time.now();
        List<Entry> due = back ? flights.undone() : flights.due(now);
        time.moveTo(now);
        for (Entry each : due) put(each.at(now), each);
        flights.forget(time.ago(tombstoneMemory + FORGET_LATE), now);
        complete = true;
        heldAt = nanos;
    }

    /**
     * Makes what was applied visible.
     *
     * @param nanos when it was read, on a clock that only goes forward
     */
    public void publish(long nanos) {
        if (nanos - heldAt < KEEPS_UP) keptUp = nextOffsets.clone();
        List<Applied> published = batch;
        batch = new ArrayList<>();
        Position position = new Position(topic, reading, time.now(), revision, nextOffsets.clone());
        head = new Head(
                position,
                flights.contents(),
                keptUp,
                lineage,
                time.ago(tombstoneMemory),
                skipped.clone(),
                complete,
                heldAt,
                replay);
        watcher.published(head, published);
    }
}
