package dev.flightboard.board;

/**
 * How far a subscriber of this replica has been told: the point in the topic, the board's time, and the number of changes
 * applied until then. Immutable, and small: it keeps no part of the board in memory.
 */
public final class Position {

    private final long topic;
    private final long reading;
    private final long time;
    private final long revision;
    private final long[] nextOffsets;

    Position(long topic, long reading, long time, long revision, long[] nextOffsets) {
        this.topic = topic;
        this.reading = reading;
        this.time = time;
        this.revision = revision;
        this.nextOffsets = nextOffsets;
    }

    /** The number of changes applied on this replica until here: of two positions, the greater is the later. */
    public long revision() {
        return revision;
    }

    /** The offset that is read next in a partition; 0 in one of which nothing was read. */
    public long nextOffset(int partition) {
        return partition < nextOffsets.length ? nextOffsets[partition] : 0;
    }

    /** Whether both come from one and the same reading of the topic. */
    boolean isOfSameReading(Position other) {
        return reading == other.reading;
    }

    long topic() {
        return topic;
    }

    /** The board's time, epoch ms. */
    long time() {
        return time;
    }

    int partitions() {
        return nextOffsets.length;
    }

    long[] nextOffsets() {
        return nextOffsets;
    }
}
