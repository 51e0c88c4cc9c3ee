package dev.flightboard.board;

import dev.flightboard.flight.FlightState;
import java.time.Duration;
import java.time.Instant;

/**
 * The newest record of one flight in one partition. All times are epoch ms.
 *
 * @param state null where the record takes the flight off the board
 * @param time of the record; {@link #NO_TIME} where the stamp cannot be a time
 * @param agedByTime when it is too old by the record's time; {@link #NO_TIME} where that is none
 * @param agedByFlight when it is too old by the flight's own times; {@link #NO_TIME} where the flight has none
 */
record Version(FlightState state, int partition, long offset, long time, long agedByTime, long agedByFlight) {

    static final long NO_TIME = Long.MIN_VALUE;

    // An earlier stamp is in seconds instead of milliseconds, or -1, or 0 for no time.
    private static final long YEAR_2000 = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

    // The time of a record that is stamped further ahead of the board's time does not count yet.
    private static final long MAX_AHEAD = Duration.ofDays(1).toMillis();

    /** @param timestamp as its producer or broker stamped it; it can be any number */
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

    /** Whether its time counts at the given one, so that it can be compared with records of other partitions. */
    boolean isTimed(long now) {
        return time != NO_TIME && countsFrom() <= now;
    }

    /** When it is too old, as seen at the given time: a maximum age after the later of the times that count by then. */
    private long agedAt(long now) {
        long aged = Math.max(agedByFlight, isTimed(now) ? agedByTime : NO_TIME);
        return aged == NO_TIME ? Long.MAX_VALUE : aged;
    }

    boolean showsAt(long now) {
        return isState() && agedAt(now) > now;
    }

    /** Whether it is a removal, and an older state of the flight may still be read from another partition. */
    boolean isAwaited(long now) {
        return !isState() && agedByTime > now;
    }

    /** Whether it is a state that can never be on the board any more. */
    boolean isPast(long now) {
        return isState() && countsFrom() <= now && agedAt(now) <= now;
    }

    /** Whether this counts more than a record of another partition; the times of both count, or of neither. */
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
        // When its time began to count, that changed something in two cases: there are other records of the flight, or
        // the flight was too old by its own times before.
        boolean counted = isTimed(now) && (!alone || agedByFlight != NO_TIME && agedByFlight < countsFrom());
        return counted ? Math.max(aged, countsFrom()) : aged;
    }
}
