package dev.flightboard.board;

import java.util.Arrays;

/**
 * One flight at a moment of the board's time: its newest record in each partition that has one, and the state that is shown
 * because of them. Immutable.
 *
 * <p>Invariant ("records alone"): what is shown follows from the records and the time, not from the order of reading.
 */
final class Entry {

    /** One for each partition; more than one where the key moved to another, because partitions were added. */
    private final Version[] versions;

    private final Change shown;
    private final long turnedAt;
    private final long madeAt;

    private Entry(String id, String flight, Version[] versions, long timestamp, long now) {
        Version newest = shown(versions, now);
        this.versions = versions;
        this.shown = newest == null
                ? new Change(id, flight, null, timestamp)
                : new Change(id, newest.state().flight(), newest.state(), timestamp);
        long last = Version.NO_TIME;
        for (Version each : versions) last = Math.max(last, each.lastTurn(now, versions.length == 1));
        this.turnedAt = last;
        this.madeAt = now;
    }

    /** The first record of a flight. */
    static Entry of(String id, Version first, long timestamp, long now) {
        return new Entry(id, null, new Version[] {first}, timestamp, now);
    }

    /** This flight with one more record. */
    Entry with(Version read, long timestamp, long now) {
        for (int i = 0; i < versions.length; i++) {
            if (versions[i].partition() != read.partition()) continue;
            Version[] replaced = versions.clone();
            replaced[i] = read;
            return new Entry(id(), shown.flight(), replaced, timestamp, now);
        }
        Version[] added = Arrays.copyOf(versions, versions.length + 1);
        added[versions.length] = read;
        return new Entry(id(), shown.flight(), added, timestamp, now);
    }

    /** This flight at another time. */
    Entry at(long now) {
        return new Entry(id(), shown.flight(), versions, shown.timestamp(), now);
    }

    /**
     * The record that is shown: the newest, or none where the newest removes the flight. A record without a plausible time
     * neither hides nor removes what another partition holds.
     */
    private static Version shown(Version[] versions, long now) {
        Version timed = null;
        Version untimed = null;
        for (Version each : versions) {
            if (each.isState() && !each.showsAt(now)) continue;
            if (each.isTimed(now)) timed = newer(timed, each);
            else if (each.isState()) untimed = newer(untimed, each);
        }
        if (timed != null && timed.isState()) return timed;
        return untimed;
    }

    private static Version newer(Version one, Version other) {
        return one == null || other.isNewer(one) ? other : one;
    }

    String id() {
        return shown.id();
    }

    Change shown() {
        return shown;
    }

    Version[] versions() {
        return versions;
    }

    boolean holds(int partition) {
        for (Version each : versions) if (each.partition() == partition) return true;
        return false;
    }

    /** When the clock alone last may have changed what is shown, epoch ms; {@link Version#NO_TIME} for never. */
    long turnedAt() {
        return turnedAt;
    }

    /** When the clock alone may change it next; {@link Long#MAX_VALUE} for never. */
    long nextTurn(long now) {
        long next = Long.MAX_VALUE;
        for (Version each : versions) next = Math.min(next, each.nextTurn(now));
        return next;
    }

    /** The board's time at which this entry was made; of a flight that is off the board, when it was found to be so. */
    long madeAt() {
        return madeAt;
    }

    /** Whether forgetting this entry could bring the flight back, from a state that another partition has or may have. */
    boolean hides(long now) {
        for (Version each : versions) if (each.showsAt(now) || each.isAwaited(now)) return true;
        return false;
    }
}
