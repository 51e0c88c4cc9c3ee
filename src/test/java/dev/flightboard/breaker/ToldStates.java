package dev.flightboard.breaker;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The versions that one client was told, in four senses: what it has now, below what nothing may come on this connection,
 * below what nothing may come after a return with its cursor, and the newest that it ever saw. 0 is none.
 */
final class ToldStates {

    private final int[] held;
    private final int[] floor;
    private final int[] keptFloor;
    private final int[] newest;
    private final BitSet toldHere = new BitSet();
    private final BitSet sinceCursor = new BitSet();
    private final BitSet unsure = new BitSet();

    ToldStates(int flights) {
        held = new int[flights];
        floor = new int[flights];
        keptFloor = new int[flights];
        newest = new int[flights];
    }

    int held(int flight) {
        return held[flight];
    }

    int size() {
        return (int) Arrays.stream(held).filter(each -> each > 0).count();
    }

    int floor(int flight) {
        return floor[flight];
    }

    /** On this connection, or since a reset on it. */
    boolean isToldHere(int flight) {
        return toldHere.get(flight);
    }

    /** Whether the client had this version or a newer one before, a reset in between or not. */
    boolean isKnown(int flight, int version) {
        return version <= newest[flight];
    }

    void state(int flight, int version) {
        held[flight] = version;
        newest[flight] = Math.max(newest[flight], version);
        raise(flight, version);
    }

    /** @param version the first with which the flight can have gone */
    void removed(int flight, int version) {
        held[flight] = 0;
        raise(flight, version);
    }

    private void raise(int flight, int version) {
        floor[flight] = version;
        toldHere.set(flight);
        sinceCursor.set(flight);
        unsure.clear(flight);
    }

    void clear() {
        Arrays.fill(held, 0);
        Arrays.fill(floor, 0);
        Arrays.fill(keptFloor, 0);
        toldHere.clear();
        sinceCursor.clear();
        unsure.clear();
    }

    /**
     * How many flights the client was told without a cursor before it was cut, and not since: it may know more of them than
     * the replica that it came back to.
     */
    int unsure() {
        return unsure.cardinality();
    }

    /** A cursor came: what was told up to here is in it. */
    void keep() {
        sinceCursor.stream().forEach(each -> keptFloor[each] = floor[each]);
        sinceCursor.clear();
    }

    /** P19: on a new connection only what the cursor knows counts. */
    void returned() {
        sinceCursor.stream().forEach(each -> floor[each] = keptFloor[each]);
        unsure.or(sinceCursor);
        sinceCursor.clear();
        toldHere.clear();
    }
}
