package dev.flightboard.board;

import dev.flightboard.flight.FlightState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The current state of every flight, in order of application, and the answer to the one question browsers ask: what has
 * changed since this cursor? One thread, the feed's, writes; any thread reads, without locks, at the published head.
 *
 * <p>Invariant: what is at or below a head's revision was applied before that head was published.
 */
public final class Board {

    /** How far the clocks of replicas and the moments of their sweeps may lie apart; sweeps come every few seconds. */
    static final Duration SLACK = Duration.ofSeconds(30);

    private final Clock clock;
    private final LongSupplier nanos;
    private final Duration tombstoneMemory;
    private final Duration maxAge;
    private volatile Head head;
    private volatile Watcher watcher = (head, batch) -> {};

    private Contents contents = new Contents();
    private List<Applied> batch = new ArrayList<>();
    private long topic;
    private long revision;
    private long floor;
    private long[] nextOffsets = {};
    private Instant asOf = Instant.EPOCH;
    private boolean complete;
    private long heldAt;
    private int flights;

    public Board(Clock clock, Duration tombstoneMemory, Duration maxAge) {
        this(clock, System::nanoTime, tombstoneMemory, maxAge);
    }

    /** @param nanos of a clock that only goes forward */
    public Board(Clock clock, LongSupplier nanos, Duration tombstoneMemory, Duration maxAge) {
        this.clock = clock;
        this.nanos = nanos;
        this.tombstoneMemory = tombstoneMemory;
        this.maxAge = maxAge;
        this.asOf = clock.instant();
        publish();
    }

    /** Is called on the feed's thread after each publication, with every change since the one before, in order. */
    public interface Watcher {
        void published(Head head, List<Applied> batch);
    }

    /**
     * @param before the flight's state until this change; null where it was not on the board
     */
    public record Applied(Change change, FlightState before) {}

    public void watch(Watcher newWatcher) {
        watcher = newWatcher;
    }

    public Head head() {
        return head;
    }

    // ---- written by the feed's thread

    /** Forgets everything: the topic with this identity is read from its beginning. */
    public void restart(long topicIdentity) {
        topic = topicIdentity;
        contents = new Contents();
        batch = new ArrayList<>();
        floor = ++revision;
        nextOffsets = new long[0];
        flights = 0;
        complete = false;
        publish();
    }

    /** Takes a flight off the board of which the newest record cannot be read. */
    public void unreadable(int partition, long offset, long timestamp, String id) {
        apply(partition, offset, timestamp, id, null);
    }

    /** Applies one record; a null state removes the flight. */
    public void apply(int partition, long offset, long timestamp, String id, FlightState state) {
        advance(partition, offset + 1);
        long now = clock.millis();
        long time = Math.min(timestamp, now);
        Change before = contents.byId.get(id);
        if (before != null && before.partition() != partition && isNewer(before, time, partition)) return;
        boolean expired = state != null && time + maxAge.toMillis() <= now;
        // Past its age and past the memory of its removal: nobody can hold it, nobody needs to be told.
        if (expired && before == null && time + maxAge.plus(tombstoneMemory).toMillis() <= now) return;
        put(before, id, expired ? null : state, partition, offset, time, now, expired);
    }

    /** Notes that the feed has read a partition up to this offset, whatever it found. */
    public void advance(int partition, long nextOffset) {
        if (partition >= nextOffsets.length) nextOffsets = Arrays.copyOf(nextOffsets, partition + 1);
        nextOffsets[partition] = nextOffset;
    }

    /** A key's partition changes when partitions are added; then only the records' times tell which is the newer. */
    private static boolean isNewer(Change before, long time, int partition) {
        return before.timestamp() > time || (before.timestamp() == time && before.partition() > partition);
    }

    private void put(
            Change before,
            String id,
            FlightState state,
            int partition,
            long offset,
            long time,
            long now,
            boolean expired) {
        boolean present = before != null && !before.removed();
        // A removal of what has gone is kept too: its time outlives older states that other partitions may still hold.
        // And told: it hides the first from those who are being brought to a head between the two.
        Change change = new Change(id, state, partition, offset, time, ++revision, now, expired, before != null);
        contents.put(change, before);
        flights += (state == null ? 0 : 1) - (present ? 1 : 0);
        // Until the topic was read to its end nobody is shown anything, so nobody needs each single change.
        if (complete && change.tells()) batch.add(new Applied(change, present ? before.state() : null));
    }

    /** Removes flights past their age, and forgets removals past their memory. */
    private void sweep() {
        long now = clock.millis();
        long oldest = now - maxAge.toMillis();
        long forget = now - tombstoneMemory.toMillis();
        for (Change each : contents.byId.values()) {
            if (!each.removed()) {
                if (each.timestamp() > oldest) continue;
                put(each, each.id(), null, each.partition(), each.offset(), each.timestamp(), now, true);
            } else if (each.appliedAt() <= forget) {
                floor = Math.max(floor, each.revision());
                // Readers of an earlier head, which has a lower floor, are through long before it is taken away.
                if (each.appliedAt() <= forget - SLACK.toMillis()) {
                    contents.forget(each);
                }
            }
        }
    }

    /** The board holds all that the topic held at this time: until then its own time passes. */
    public void live(Instant time) {
        complete = true;
        asOf = time;
        heldAt = nanos.getAsLong() - Duration.between(time, clock.instant()).toNanos();
        sweep();
    }

    /** Makes what was applied visible. */
    public void publish() {
        List<Applied> published = batch;
        batch = new ArrayList<>();
        head = new Head(topic, revision, floor, nextOffsets.clone(), asOf, complete, null, heldAt, flights, contents);
        watcher.published(head, published);
    }

    // ---- read by any thread

    /** The whole board, for a subscriber that holds nothing. */
    public static Changes all(Head upTo) {
        List<Change> all = new ArrayList<>(upTo.flights());
        // By id, so that a flight that changes meanwhile is met exactly once; it may be met newer than the head.
        for (Change each : upTo.contents().byId.values()) {
            if (!each.removed()) all.add(each);
        }
        return new Changes(true, all, upTo);
    }

    /** One flight; it may be newer than the head. */
    public static Optional<FlightState> find(String id, Head upTo) {
        return Optional.ofNullable(upTo.contents().byId.get(id)).map(Change::state);
    }

    /** The changes since a revision of this replica. */
    public Changes since(long sent, Head upTo) {
        if (sent < upTo.floor()) return all(upTo);
        List<Change> changes = new ArrayList<>();
        for (Change each : upTo.contents()
                .byRevision
                .subMap(sent, false, upTo.revision(), true)
                .values()) {
            if (each.tells()) changes.add(each);
        }
        return new Changes(false, changes, upTo);
    }

    /**
     * The changes since a cursor from any replica; the whole board where the cursor is of another topic or too old. Empty
     * while this replica has not read as far as the one that issued it: try again at a later head.
     */
    public Optional<Changes> since(Cursor cursor, Head upTo) {
        Instant now = clock.instant();
        if (cursor.topic() != upTo.topic()
                || cursor.asOf().isBefore(now.minus(tombstoneMemory))
                || cursor.asOf().isAfter(now.plus(SLACK))) {
            return Optional.of(all(upTo));
        }
        if (upTo.isBehind(cursor)) return Optional.empty();
        return Optional.of(new Changes(false, newerThan(cursor, upTo), upTo));
    }

    /** Walks back from the newest, and ends where every partition and the clock have passed the cursor. */
    private List<Change> newerThan(Cursor cursor, Head upTo) {
        List<Change> newer = new ArrayList<>();
        long slackened = cursor.asOf().minus(SLACK).toEpochMilli();
        boolean[] passed = new boolean[Math.max(cursor.partitions(), upTo.partitions())];
        int toPass = passed.length;
        for (Change each : upTo.contents()
                .byRevision
                .headMap(upTo.revision(), true)
                .descendingMap()
                .values()) {
            boolean later = each.offset() >= cursor.nextOffset(each.partition());
            if (later || (each.expired() && each.timestamp() + maxAge.toMillis() >= slackened)) {
                newer.add(each);
            } else if (!each.expired() && !passed[each.partition()]) {
                passed[each.partition()] = true;
                toPass--;
            }
            if (toPass == 0 && each.appliedAt() < slackened) break;
        }
        Collections.reverse(newer);
        return newer;
    }
}
