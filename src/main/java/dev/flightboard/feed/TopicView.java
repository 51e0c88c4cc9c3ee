package dev.flightboard.feed;

import java.time.Instant;

/**
 * The topic as Kafka described it.
 *
 * @param identity of this incarnation of the topic: half of Kafka's random topic id, 62 random bits
 * @param ends the end offset of each partition
 * @param asOf when Kafka was asked
 * @param askedNanos the same moment, on a clock that only goes forward
 */
record TopicView(long identity, long[] ends, Instant asOf, long askedNanos) {}
