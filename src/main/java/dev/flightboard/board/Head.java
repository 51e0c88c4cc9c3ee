package dev.flightboard.board;

import dev.flightboard.board.Contents.Turn;
import dev.flightboard.flight.FlightState;
import dev.flightboard.flight.Replay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The board at one moment, and the answer to the one question that browsers ask: what has changed since this cursor?
 * Immutable: the feed's thread publishes it, and any thread reads it without locks.
 *
 * <p>Invariant ("a body and its cursor are one moment"): all that is read here is the board at exactly this head's position.
 */
public final class Head {

    /** How far in the future a cursor's time may lie: the clocks of replicas can be so far apart. */
    static final long SLACK_MILLIS = 30_000;

    // A cursor's time is in whole seconds, rounded down.
    private static final long CURSOR_ROUNDING = 999;

    private final Position position;
    private final Contents contents;
    private final long[] keptUp;
    private final Lineage lineage;
    private final int ownLineage;
    private final long oldest;
    private final long[] skipped;
    private final boolean complete;
    private final long heldAt;
    private final Replay replay;

    Head(
            Position position,
            Contents contents,
            long[] keptUp,
            Lineage lineage,
            long oldest,
            long[] skipped,
            boolean complete,
            long heldAt,
            Replay replay) {
        this.position = position;
        this.contents = contents;
        this.keptUp = keptUp;
        this.lineage = lineage;
        this.ownLineage = lineage.fingerprint(position.nextOffsets());
        this.oldest = oldest;
        this.skipped = skipped;
        this.complete = complete;
        this.heldAt = heldAt;
        this.replay = replay;
    }

    public Position position() {
        return position;
    }

    /** The number of changes applied until here: heads of the same revision hold the same flights. */
    public long revision() {
        return position.revision();
    }

    /** Whether the topic was read to its end at least once; before that there is no board to show. */
    public boolean complete() {
        return complete;
    }

    /** When the board was last known to hold all that the topic held; before that, when its reading began. */
    public Instant asOf() {
        return Instant.ofEpochMilli(position.time());
    }

    /** The same moment, on a clock that only goes forward. */
    public long heldAt() {
        return heldAt;
    }

    /** The day that is shown, where its time is not the clock's. */
    public Optional<Replay> replay() {
        return Optional.ofNullable(replay);
    }

    /** The number of flights on the board. */
    public int flights() {
        return contents.flights();
    }

    /** The cursor of a subscriber that has seen all up to here through the view with this fingerprint. */
    public Cursor cursor(int view) {
        return new Cursor(position.topic(), asOf(), view, ownLineage, position.nextOffsets());
    }

    public Optional<FlightState> find(String id) {
        return Optional.ofNullable(contents.byId().get(id))
                .map(each -> each.shown().state());
    }

    /** Whether anything is still known of a flight, if only that it has left. */
    boolean knows(String id) {
        return contents.byId().containsKey(id);
    }

    /** Every flight on the board, ordered by id, for a subscriber that holds nothing. */
    public Changes all() {
        List<Change> all = new ArrayList<>(flights());
        for (Entry each : contents.byId().values()) if (!each.shown().removed()) all.add(each.shown());
        return new Changes(true, all, this);
    }

    /** The changes since a position on this replica; a reset, with the whole board, where removals since then are forgotten. */
    public Changes since(Position told) {
        return remembers(told) ? changes(told.nextOffsets(), told.time() + 1) : all();
    }

    /** Whether both come from one and the same reading of the topic. */
    public boolean isOfSameReading(Head other) {
        return position.isOfSameReading(other.position);
    }

    /** Whether every removal since then can still be told. */
    public boolean remembers(Position told) {
        // The last condition fails where the clock went back.
        return told.isOfSameReading(position) && told.time() >= oldest && told.time() <= position.time();
    }

    /**
     * The changes since a cursor from any replica; a reset, with the whole board, where the cursor is of another topic or too
     * old. Empty while this replica has not read as far as the one that issued it: try again at a later head.
     *
     * @param now by the clock; a cursor from further in the future was issued by nobody
     */
    public Optional<Changes> since(Cursor cursor, Instant now) {
        long time = cursor.asOf().toEpochMilli();
        if (time < oldest || time > now.toEpochMilli() + SLACK_MILLIS) return Optional.of(all());
        long latest = time + CURSOR_ROUNDING;
        if (!cursor.isOfTopic(position.topic())) {
            // The replica that issued it may know a new topic that this one has not heard of yet.
            return latest > position.time() ? Optional.empty() : Optional.of(all());
        }
        if (hasSkipped(cursor)) return Optional.of(all());
        if (isBehind(cursor) || latest >= contents.nextTurn()) return Optional.empty();
        // What it tells of was lost with a partition's leader, or may have been.
        if (!cursor.isOfLineage(lineage.fingerprint(cursor.nextOffsets()))) return Optional.of(all());
        return Optional.of(changes(cursor.nextOffsets(), time));
    }

    private boolean hasSkipped(Cursor cursor) {
        for (int partition = 0; partition < skipped.length; partition++) {
            if (cursor.nextOffset(partition) < skipped[partition]) return true;
        }
        return false;
    }

    /**
     * Also where this replica has read as far, but lags: Kafka may have dropped a record before it was read here, and the newer
     * one of that flight is not read yet.
     */
    private boolean isBehind(Cursor cursor) {
        for (int partition = 0; partition < cursor.partitions(); partition++) {
            long kept = partition < keptUp.length ? keptUp[partition] : 0;
            if (cursor.nextOffset(partition) > Math.min(kept, position.nextOffset(partition))) return true;
        }
        return false;
    }

    /** The flights with a record at or after these offsets, and those that the clock alone changed from this time on. */
    private Changes changes(long[] sinceOffsets, long sinceTime) {
        // A set: a flight with records in two partitions is found twice.
        Set<Entry> changed = new LinkedHashSet<>();
        for (int partition = 0; partition < contents.byOffset().size(); partition++) {
            long since = partition < sinceOffsets.length ? sinceOffsets[partition] : 0;
            if (since < position.nextOffset(partition)) {
                addAll(changed, contents.byOffset().get(partition).tailMap(since, true));
            }
        }
        addAll(changed, contents.turned().tailMap(new Turn(sinceTime, ""), true));
        return new Changes(false, changed.stream().map(Entry::shown).toList(), this);
    }

    private static void addAll(Set<Entry> changed, SortedMap<?, Entry> newer) {
        Collection<Entry> entries = newer.values();
        if (!entries.isEmpty()) changed.addAll(entries);
    }
}
