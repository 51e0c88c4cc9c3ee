package dev.flightboard.breaker;

/** Figures over all clients since the last fault began. Owned by the clients' thread. */
final class Tally {

    private long states;
    private long resent;
    private long resets;
    private long refusals;
    private long longestStale;

    void state(boolean known) {
        states++;
        if (known) resent++;
    }

    void reset() {
        resets++;
    }

    void refusal() {
        refusals++;
    }

    void stale(long millis) {
        longestStale = Math.max(longestStale, millis);
    }

    long states() {
        return states;
    }

    /** States that the client had seen before, or newer ones. */
    long resent() {
        return resent;
    }

    long resets() {
        return resets;
    }

    /** Answers other than 200. */
    long refusals() {
        return refusals;
    }

    long longestStaleMillis() {
        return longestStale;
    }

    void clear() {
        states = 0;
        resent = 0;
        resets = 0;
        refusals = 0;
        longestStale = 0;
    }
}
