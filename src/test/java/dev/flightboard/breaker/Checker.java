package dev.flightboard.breaker;

import dev.flightboard.breaker.Breach.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds what one client was told against what was written. It is told each event as the client reads it, in order. Owned by
 * the clients' thread; times are epoch milliseconds.
 */
final class Checker {

    // The 6 s of P14, and four for a machine whose two cores are busy.
    static final long BOUND_MILLIS = 10_000;

    // A replica that was frozen speaks again: after so long it must know how old its board is.
    static final long AWAKE_MILLIS = 3_000;

    // Kafka's answer to the producer and its answer to a replica come from different brokers.
    private static final long TOLERANCE_MILLIS = 1_000;

    // Under load nobody is silent for so long, but a replica that is frozen or has no Kafka.
    private static final long SILENCE_MILLIS = 2_000;

    private static final long LOOK_MILLIS = 1_000;

    // The first ones say what is wrong; thousands more would say it again.
    private static final int MAX_BREACHES = 20;

    private final Ledger ledger;
    private final View view;
    private final int client;
    // Of a client that reads late on purpose, the time at which it reads says nothing.
    private final boolean prompt;
    private final ToldStates told;
    private final Tally tally;
    private final List<Breach> breaches = new ArrayList<>();
    private int connection;
    private boolean connected;
    private boolean live;
    // 0 where it was not told stale.
    private long staleSince;
    private long heardAt;
    private long awakeSince;
    private long lookedAt;

    Checker(Ledger ledger, View view, int client, boolean prompt, Tally tally) {
        this.ledger = ledger;
        this.view = view;
        this.client = client;
        this.prompt = prompt;
        this.tally = tally;
        told = new ToldStates(ledger.flights());
    }

    /** The client has a connection, and told its cursor if it has one. */
    void connected(long at) {
        connection++;
        connected = true;
        live = false;
        staleSince = 0;
        heardAt = at;
        told.returned();
    }

    void disconnected() {
        connected = false;
        live = false;
    }

    void state(int flight, int version, String airline, String terminal, long at) {
        heard(at);
        Write write = ledger.write(flight, version);
        if (write == null || write.isRefused() || !view.shows(flight, write)) {
            breach(Kind.INVENTED, at, flight, "told v" + version);
        } else if (!write.terminal().equals(terminal) || !View.airlineOf(flight).equals(airline)) {
            breach(Kind.INVENTED, at, flight, "told v%d in T%s of %s".formatted(version, terminal, airline));
        } else {
            if (version < told.floor(flight)) {
                Kind kind = told.isToldHere(flight) ? Kind.STEP_BACK : Kind.STEP_BACK_AFTER_RETURN;
                breach(kind, at, flight, "told v%d after v%d".formatted(version, told.floor(flight)));
            } else if (told.isToldHere(flight) && version == told.held(flight)) {
                breach(Kind.REPEATED, at, flight, "told v%d twice".formatted(version));
            }
            tally.state(told.isKnown(flight, version));
            told.state(flight, version);
        }
    }

    void removed(int flight, long at) {
        heard(at);
        // P10: the removal of what is not held means nothing.
        if (told.held(flight) == 0) return;
        // P19: who was cut within a write may hold a newer state than its cursor knows, and be told of a removal before
        // it.
        int known = told.floor(flight);
        int version = ledger.absentFrom(flight, known + 1, view);
        if (version == 0) breach(Kind.INVENTED, at, flight, "told to be removed after v" + known);
        else told.removed(flight, version);
    }

    void reset(long at) {
        heard(at);
        tally.reset();
        told.clear();
    }

    /** The client takes another board in place of its own, as it does with one of {@code /flights}. */
    void forgets() {
        told.clear();
    }

    /** The client keeps this cursor: all that it was told up to here counts when it comes back. */
    void cursor() {
        told.keep();
    }

    void stale(long since, long at) {
        heard(at);
        live = false;
        staleSince = ledger.clocksAreRight() ? since : at;
        if (prompt) tally.stale(at - staleSince);
    }

    void live(int flights, long asOf, long at) {
        heard(at);
        live = true;
        if (staleSince > 0 && prompt) tally.stale(at - staleSince);
        staleSince = 0;
        if (Math.abs(flights - told.size()) > told.unsure())
            breach(Kind.WRONG_COUNT, at, "told %d, has %d".formatted(flights, told.size()));
        if (!ledger.clocksAreRight()) return;
        mustReach(asOf - TOLERANCE_MILLIS, at, "live as of " + asOf);
        if (prompt && asOf < at - BOUND_MILLIS) breach(Kind.LYING_LIVE, at, "live as of " + asOf);
    }

    private void heard(long at) {
        if (at - heardAt > SILENCE_MILLIS) awakeSince = at;
        heardAt = at;
        if (!live || !prompt || at - awakeSince < AWAKE_MILLIS || at - lookedAt < LOOK_MILLIS) return;
        lookedAt = at;
        mustReach(at - BOUND_MILLIS, at, "was told live, and not stale");
    }

    /** All that was acknowledged before that time must be there, or something newer. */
    private void mustReach(long time, long at, String claim) {
        for (int flight = 0; flight < ledger.flights(); flight++) {
            int version = ledger.acknowledgedBefore(flight, time);
            if (!reaches(flight, version)) {
                breach(Kind.LYING_LIVE, at, flight, claim + ", and has v" + told.held(flight) + ", not v" + version);
                return;
            }
        }
    }

    private boolean reaches(int flight, int version) {
        int held = told.held(flight);
        return held >= version && held > 0 || version == 0 || held == 0 && ledger.absentFrom(flight, version, view) > 0;
    }

    /** What is amiss when nothing changes any more and everybody had time; null if nothing is. */
    String misses() {
        if (!connected) return "is away";
        for (int flight = 0; flight < ledger.flights(); flight++) {
            if (!endsRightly(flight))
                return "F%d is v%d, written: %s".formatted(flight, told.held(flight), ledger.newest(flight, 3));
        }
        return live ? null : "has the board, and was not told live";
    }

    private boolean endsRightly(int flight) {
        return ledger.mayEndWith(flight, told.held(flight), view);
    }

    /** Nothing changes any more, and the time in which everybody must have the whole board is over. */
    void quiet(long at) {
        int before = breaches.size();
        for (int flight = 0; flight < ledger.flights(); flight++) {
            if (endsRightly(flight)) continue;
            boolean gone = ledger.mayEndWith(flight, 0, view);
            breach(gone ? Kind.GHOST : Kind.LOST, at, flight, "has v" + told.held(flight) + " after quiet");
        }
        if (breaches.size() == before && misses() != null) breach(Kind.NOT_LIVE, at, misses());
    }

    List<Breach> breaches() {
        return breaches;
    }

    private void breach(Kind kind, long at, int flight, String what) {
        breach(kind, at, "F%d %s; written: %s".formatted(flight, what, ledger.newest(flight, 5)));
    }

    private void breach(Kind kind, long at, String what) {
        if (breaches.size() < MAX_BREACHES) breaches.add(new Breach(kind, client, connection, at, what));
    }
}
