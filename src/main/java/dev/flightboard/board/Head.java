package dev.flightboard.board;

import java.time.Instant;
import java.util.Objects;

/** Where the board stands after a batch of records: immutable, published by the feed's thread, read by any. */
public final class Head {

    private final long topic;
    private final long revision;
    private final long floor;
    private final long[] nextOffsets;
    private final Instant asOf;
    private final boolean complete;
    private final Instant staleSince;
    private final long heldAt;
    private final int flights;
    private final Contents contents;

    Head(
            long topic,
            long revision,
            long floor,
            long[] nextOffsets,
            Instant asOf,
            boolean complete,
            Instant staleSince,
            long heldAt,
            int flights,
            Contents contents) {
        this.topic = topic;
        this.revision = revision;
        this.floor = floor;
        this.nextOffsets = nextOffsets;
        this.asOf = asOf;
        this.complete = complete;
        this.staleSince = staleSince;
        this.heldAt = heldAt;
        this.flights = flights;
        this.contents = contents;
    }

    public long revision() {
        return revision;
    }

    /** A subscriber that stands below this revision can no longer be told every removal: it gets the whole board. */
    public long floor() {
        return floor;
    }

    /** The offset that the feed reads next in a partition; 0 in one that it has not seen. */
    public long nextOffset(int partition) {
        return partition < nextOffsets.length ? nextOffsets[partition] : 0;
    }

    /** Whether the topic was read to its end at least once; before that there is no board to show. */
    public boolean complete() {
        return complete;
    }

    /** Since when the board may be out of date; null while it is live, and always before somebody has looked at the age. */
    public Instant staleSince() {
        return staleSince;
    }

    /** The same head as it is told to browsers by now; itself where that is what it says already. */
    public Head told(Instant newStaleSince) {
        if (Objects.equals(staleSince, newStaleSince)) return this;
        return new Head(topic, revision, floor, nextOffsets, asOf, complete, newStaleSince, heldAt, flights, contents);
    }

    /** The same moment as {@link #asOf}, in nanoseconds of the clock that only goes forward. */
    long heldAt() {
        return heldAt;
    }

    /** When the board was last known to hold all that the topic held. */
    public Instant asOf() {
        return asOf;
    }

    /** The number of flights on the board. */
    public int flights() {
        return flights;
    }

    /** The cursor of a subscriber that has seen all up to here through the view with this fingerprint. */
    public Cursor cursor(int view) {
        return new Cursor(topic, asOf, view, nextOffsets);
    }

    /** Whether the cursor comes from a replica that had read further than this one. */
    public boolean isBehind(Cursor cursor) {
        for (int partition = 0; partition < cursor.partitions(); partition++) {
            if (cursor.nextOffset(partition) > nextOffset(partition)) return true;
        }
        return false;
    }

    long topic() {
        return topic;
    }

    int partitions() {
        return nextOffsets.length;
    }

    Contents contents() {
        return contents;
    }
}
