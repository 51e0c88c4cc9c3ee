package dev.flightboard.board;

import dev.flightboard.flight.FlightState;
import java.time.Duration;
import java.time.Instant;

/**
 * The newest record of one flight in one partition.
 *
 * @param state null where the record takes the flight off the board
 * @param time of the record, epoch ms; {@link #NO_TIME} where it cannot be
 * @param expiresAt when its flight leaves the board by age, epoch ms; {@link Long#MAX_VALUE} for never. Of a removal, until
 *     when it must be known, for other partitions may be found to hold older states
 */
record Version(FlightState state, int partition, long offset, long time, long expiresAt) {

    static final long NO_TIME = Long.MIN_VALUE;

    // What is stamped earlier was stamped in seconds, or with -1, or with nothing.
    private static final long YEAR_2000 = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

    /** A record that is stamped further ahead of the board's time has no time yet. */
    static final long MAX_AHEAD = Duration.ofDays(1).toMillis();

    /** @param timestamp as its producer or broker stamped it, epoch ms; anything */
    static Version of(FlightState state, int partition, long offset, long timestamp, long maxAge) {
        long time = timestamp < YEAR_2000 ? NO_TIME : timestamp;
        long expiresAt = state != null ? expiry(state, time, maxAge) : time == NO_TIME ? NO_TIME : later(time, maxAge);
        return new Version(state, partition, offset, time, expiresAt);
    }

    /** A fixed moment, so that each replica takes the flight off at the same one, whenever it read the record. */
    private static long expiry(FlightState state, long time, long maxAge) {
        long own = Math.max(
                plausible(state.scheduled()), Math.max(plausible(state.estimated()), plausible(state.actual())));
        long newest = Math.max(own, time);
        if (newest == NO_TIME) return Long.MAX_VALUE;
        // By then the record's time was still too far ahead to count.
        if (own != NO_TIME && own + maxAge < time - MAX_AHEAD) return own + maxAge;
        return later(newest, maxAge);
    }

    private static long later(long time, long by) {
        return time > Long.MAX_VALUE - by ? Long.MAX_VALUE : time + by;
    }

    private static long plausible(Instant time) {
        if (time == null) return NO_TIME;
        long millis = time.toEpochMilli();
        return millis < YEAR_2000 ? NO_TIME : millis;
    }

    boolean isState() {
        return state != null;
    }

    /** Whether nothing of it can be on the board any more, and nothing of it need be known. */
    boolean isPast(long now) {
        return expiresAt <= now && (isState() || time != NO_TIME);
    }

    boolean showsAt(long now) {
        return isState() && expiresAt > now;
    }

    /** Whether it is a removal of which an older state may yet be found in another partition. */
    boolean isAwaited(long now) {
        return !isState() && expiresAt > now;
    }

    /** Whether its time tells, at the given one, whether it is newer than records of other partitions. */
    boolean isTimed(long now) {
        return time != NO_TIME && countsFrom() <= now;
    }

    /** Whether this counts before a record of another partition, both of them timed or both not. */
    boolean isNewer(Version other) {
        return time != other.time ? time > other.time : partition > other.partition;
    }

    /** When its time begins to count against records of other partitions; {@link #NO_TIME} where it has none. */
    private long countsFrom() {
        return time == NO_TIME ? NO_TIME : time - MAX_AHEAD;
    }

    /** The first moment after the given one at which the clock alone may change what is shown. */
    long nextTurn(long now, boolean alone) {
        long expiry = expiresAt > now ? expiresAt : Long.MAX_VALUE;
        return !alone && countsFrom() > now ? Math.min(expiry, countsFrom()) : expiry;
    }

    /** The last moment up to the given one at which the clock alone may have changed what is shown. */
    long lastTurn(long now, boolean alone) {
        long expiry = isState() && expiresAt <= now ? expiresAt : NO_TIME;
        return !alone && countsFrom() <= now ? Math.max(expiry, countsFrom()) : expiry;
    }
}
