package dev.flightboard.breaker;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the one producer wrote: of each flight the versions from 1 on, removals included, in their order, and what Kafka said
 * to each. A record is entered before it is sent. And whether a replica's clock is wrong. Any thread; times are epoch
 * milliseconds.
 */
final class Ledger {

    private final List<List<Write>> flights;
    private boolean clocksAreRight = true;
    private long boardsWaitUntil;

    Ledger(int flights) {
        this.flights = IntStream.range(0, flights)
                .<List<Write>>mapToObj(each -> new ArrayList<>())
                .toList();
    }

    int flights() {
        return flights.size();
    }

    /** @param terminal null removes the flight */
    synchronized Write next(int flight, String terminal) {
        List<Write> writes = flights.get(flight);
        Write write = new Write(writes.size() + 1, terminal);
        writes.add(write);
        return write;
    }

    synchronized void acknowledged(Write write, long at) {
        write.acknowledge(at);
    }

    synchronized void refused(Write write) {
        write.refuse();
    }

    /** The topic was deleted and made anew: every flight is gone. */
    synchronized void madeAnew(long at) {
        for (int flight = 0; flight < flights(); flight++) next(flight, null).acknowledge(at);
    }

    /** The clock of a replica steps: until {@link #allIsRead}, the times that replicas tell are no claims. */
    synchronized void clockIsWrong() {
        clocksAreRight = false;
        boardsWaitUntil = Long.MAX_VALUE;
    }

    /** The clock was put right; until that time the board may wait for it, at the time that it had. */
    synchronized void clockIsRight(long boardWaitsUntil) {
        boardsWaitUntil = boardWaitsUntil;
    }

    /** Every client has read all that it was told before that time. */
    synchronized void allIsRead(long at) {
        if (at >= boardsWaitUntil) clocksAreRight = true;
    }

    synchronized boolean clocksAreRight() {
        return clocksAreRight;
    }

    /** Null if nobody wrote it. */
    synchronized Write write(int flight, int version) {
        if (flight < 0 || flight >= flights()) return null;
        List<Write> writes = flights.get(flight);
        return version >= 1 && version <= writes.size() ? writes.get(version - 1) : null;
    }

    /** The newest version that Kafka had acknowledged before that time; 0 if none. */
    synchronized int acknowledgedBefore(int flight, long time) {
        List<Write> writes = flights.get(flight);
        int version = writes.size();
        while (version > 0 && !writes.get(version - 1).isAcknowledgedBefore(time)) version--;
        return version;
    }

    /** The first version from that one on with which the flight is not in the view; 0 if there is none. */
    synchronized int absentFrom(int flight, int version, View view) {
        List<Write> writes = flights.get(flight);
        for (int each = Math.max(version, 1); each <= writes.size(); each++) {
            Write write = writes.get(each - 1);
            if (!write.isRefused() && !view.shows(flight, write)) return each;
        }
        return 0;
    }

    /** Whether a client of the view may have this version (0: no such flight) once everything written has been told. */
    synchronized boolean mayEndWith(int flight, int version, View view) {
        List<Write> writes = flights.get(flight);
        for (int each = writes.size(); each > 0; each--) {
            Write write = writes.get(each - 1);
            if (write.isRefused()) continue;
            if ((view.shows(flight, write) ? each : 0) == version) return true;
            // One of unknown fate may be in the topic or not: what is before it may be the newest.
            if (write.isAcknowledged()) return false;
        }
        return version == 0;
    }

    /** For somebody who looks for the cause: the newest of a flight's versions. */
    synchronized List<Write> newest(int flight, int count) {
        List<Write> writes = flights.get(flight);
        return List.copyOf(writes.subList(Math.max(0, writes.size() - count), writes.size()));
    }
}
