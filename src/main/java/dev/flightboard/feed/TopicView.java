package dev.flightboard.feed;

/**
 * The topic as Kafka described it.
 *
 * @param identity of this incarnation of the topic: half of Kafka's random topic id, 62 random bits
 * @param ends the end offset of each partition, {@link #UNKNOWN} of one that told none
 * @param missing why an end is unknown; null where all are known
 * @param uncommitted records behind those ends, of transactions that are open; at least, where an end is unknown
 * @param askedAt when Kafka was asked, in nanoseconds of the clock that only goes forward
 */
record TopicView(long identity, long[] ends, Throwable missing, long uncommitted, long askedAt) {

    static final long UNKNOWN = -1;

    int partitions() {
        return ends.length;
    }

    boolean knowsAllEnds() {
        return missing == null;
    }
}
