package dev.flightboard.breaker;

/** One record of one flight, a state or a removal, and what is known of its fate. Guarded by its ledger. */
final class Write {

    private enum Fate {
        UNKNOWN,
        ACKNOWLEDGED,
        REFUSED
    }

    private final int version;
    private final String terminal;
    private Fate fate = Fate.UNKNOWN;
    private long acknowledgedAt;

    /** @param terminal null in a removal */
    Write(int version, String terminal) {
        this.version = version;
        this.terminal = terminal;
    }

    int version() {
        return version;
    }

    String terminal() {
        return terminal;
    }

    boolean removed() {
        return terminal == null;
    }

    void acknowledge(long at) {
        fate = Fate.ACKNOWLEDGED;
        acknowledgedAt = at;
    }

    void refuse() {
        fate = Fate.REFUSED;
    }

    /** Kafka said for certain that it did not take it. */
    boolean isRefused() {
        return fate == Fate.REFUSED;
    }

    boolean isAcknowledged() {
        return fate == Fate.ACKNOWLEDGED;
    }

    boolean isAcknowledgedBefore(long time) {
        return isAcknowledged() && acknowledgedAt < time;
    }

    @Override
    public String toString() {
        return "v%d %s %s%s"
                .formatted(
                        version,
                        removed() ? "removed" : "T" + terminal,
                        fate,
                        isAcknowledged() ? " at " + acknowledgedAt : "");
    }
}
