package dev.flightboard.board;

import java.util.Arrays;

/**
 * Under which leaders the records of each partition were written. An offset alone does not tell a log from one that lost its
 * end with its leader and was written on by the next. Immutable.
 */
final class Lineage {

    static final Lineage NONE = new Lineage(new Leader[0][]);

    // Leaders change when brokers restart. A cursor from before so many changes of one partition gets the whole board.
    private static final int MAX_KEPT = 64;

    private static final int UNKNOWN = -1;

    // Room for more elections than a partition ever has.
    private static final int PARTITION_BITS = 20;

    /** For each partition, by offset. */
    private final Leader[][] leaders;

    private record Leader(int epoch, long from) {}

    private Lineage(Leader[][] leaders) {
        this.leaders = leaders;
    }

    /** With the leader that wrote the records of a partition from this offset on. */
    Lineage with(int partition, long offset, int epoch) {
        Leader[] known = partition < leaders.length ? leaders[partition] : new Leader[0];
        if (known.length > 0 && known[known.length - 1].epoch == epoch) return this;
        int from = Math.max(0, known.length + 1 - MAX_KEPT);
        Leader[] more = Arrays.copyOfRange(known, from, known.length + 1);
        more[more.length - 1] = new Leader(epoch, offset);
        Leader[][] all = Arrays.copyOf(leaders, Math.max(leaders.length, partition + 1));
        for (int i = leaders.length; i < all.length; i++) all[i] = new Leader[0];
        all[partition] = more;
        return new Lineage(all);
    }

    /** Tells two logs apart of which the last records below these offsets were written under different leaders: 16 bits. */
    int fingerprint(long[] nextOffsets) {
        int sum = 0;
        for (int partition = 0; partition < nextOffsets.length; partition++) {
            // Partitions that were added meanwhile make no difference.
            if (nextOffsets[partition] == 0) continue;
            int mixed = ((partition << PARTITION_BITS) + leaderBelow(partition, nextOffsets[partition])) * 0x9E3779B9;
            // Not linear: or else the changes of two partitions could make up for one another.
            sum += mixed ^ mixed >>> 15;
        }
        return sum >>> 16;
    }

    private int leaderBelow(int partition, long offset) {
        if (partition >= leaders.length) return UNKNOWN;
        Leader[] known = leaders[partition];
        for (int i = known.length - 1; i >= 0; i--) if (known[i].from < offset) return known[i].epoch;
        return UNKNOWN;
    }
}
