package dev.flightboard.breaker;

/** Figures over all clients since they were last cleared. Owned by the clients' thread. */
public final class Tally {

    private long states;
    private long resent;
    private long resets;
    private long refusals;
    private long longestStale;

    public void state(boolean known) {
        states++;
        if (known) resent++;
    }

    public void reset() {
        resets++;
    }

    public void refusal() {
        refusals++;
    }

    public void stale(long millis) {
        longestStale = Math.max(longestStale, millis);
    }

    public long states() {
        return states;
    }

    /** States that the client had seen before, or newer ones. */
    public long resent() {
        return resent;
    }

    public long resets() {
        return resets;
    }

    /** Answers other than 200. */
    public long refusals() {
        return refusals;
    }

    public long longestStaleMillis() {
        return longestStale;
    }

    public void clear() {
        states = 0;
        resent = 0;
        resets = 0;
        refusals = 0;
        longestStale = 0;
    }
}
