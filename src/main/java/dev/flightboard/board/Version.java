package dev.flightboard.board;

import dev.flightboard.flight.FlightState;
import java.time.Duration;
import java.time.Instant;

/**
 * The newest record of one flight in one partition. All times are epoch ms.
 *
 * @param state null where the record takes the flight off the board
 * @param time of the record; {@link #NO_TIME} where it cannot be
 * @param agedByTime when its own time makes it too old; {@link #NO_TIME} where it has none
 * @param agedByFlight when the flight's times make it too old; {@link #NO_TIME} where it has none
 */
record Version(FlightState state, int partition, long offset, long time, long agedByTime, long agedByFlight) {

    static final long NO_TIME = Long.MIN_VALUE;

    // What is stamped earlier was stamped in seconds, or with -1, or with nothing.
    private static final long YEAR_2000 = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

    // A record that is stamped further ahead of the board's time has no time yet.
    private static final long MAX_AHEAD = Duration.ofDays(1).toMillis();

    /** @param timestamp as its producer or broker stamped it; anything */
    static Version of(FlightState state, int partition, long offset, long timestamp, long maxAge) {
        long time = plausible(timestamp);
        return new Version(state, partition, offset, time, later(time, maxAge), later(newest(state), maxAge));
    }

    private static long newest(FlightState state) {
        if (state == null) return NO_TIME;
        return Math.max(
                plausible(state.scheduled()), Math.max(plausible(state.estimated()), plausible(state.actual())));
    }

    private static long plausible(Instant time) {
        return time == null ? NO_TIME : plausible(time.toEpochMilli());
    }

    private static long plausible(long millis) {
        return millis < YEAR_2000 ? NO_TIME : millis;
    }

    private static long later(long time, long by) {
        if (time == NO_TIME) return NO_TIME;
        return time > Long.MAX_VALUE - by ? Long.MAX_VALUE : time + by;
    }

    boolean isState() {
        return state != null;
    }

    /** When its time begins to count; {@link #NO_TIME} where it has none. */
    private long countsFrom() {
        return time == NO_TIME ? NO_TIME : time - MAX_AHEAD;
    }

    /** Whether its time tells, at the given one, whether it is newer than records of other partitions. */
    boolean isTimed(long now) {
        return time != NO_TIME && countsFrom() <= now;
    }

    /** When it is too old, as things stand at the given time: a maximum age after the later of what counts. */
    private long agedAt(long now) {
        long aged = Math.max(agedByFlight, isTimed(now) ? agedByTime : NO_TIME);
        return aged == NO_TIME ? Long.MAX_VALUE : aged;
    }

    boolean showsAt(long now) {
        return isState() && agedAt(now) > now;
    }

    /** Whether it is a removal of which an older state may yet be found in another partition. */
    boolean isAwaited(long now) {
        return !isState() && agedByTime > now;
    }

    /** Whether it is a state that can never be on the board any more. */
    boolean isPast(long now) {
        return isState() && countsFrom() <= now && agedAt(now) <= now;
    }

    /** Whether this counts before a record of another partition, both of them timed or both not. */
    boolean isNewer(Version other) {
        return time != other.time ? time > other.time : partition > other.partition;
    }

    /** The first moment after the given one at which the clock alone may change what is shown. */
    long nextTurn(long now) {
        return Math.min(after(now, countsFrom()), Math.min(after(now, agedByTime), after(now, agedByFlight)));
    }

    private static long after(long now, long moment) {
        return moment > now ? moment : Long.MAX_VALUE;
    }

    /**
     * The last moment up to the given one at which the clock alone may have changed what is shown.
     *
     * @param alone whether no other partition holds a record of the flight
     */
    long lastTurn(long now, boolean alone) {
        long aged = isState() && agedAt(now) <= now ? agedAt(now) : NO_TIME;
        // It makes a difference beside other records, and where the flight's times had made it too old before.
        boolean counted = isTimed(now) && (!alone || agedByFlight != NO_TIME && agedByFlight < countsFrom());
        return counted ? Math.max(aged, countsFrom()) : aged;
    }
}
