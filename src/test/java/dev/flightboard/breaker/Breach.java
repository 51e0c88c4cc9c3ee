package dev.flightboard.breaker;

/**
 * A promise that was not kept to one client.
 *
 * @param connection counts the client's connections from 1
 * @param at in epoch milliseconds
 */
record Breach(Kind kind, int client, int connection, long at, String what) {

    enum Kind {
        /** After quiet, the client has no state of a flight, or an old one. */
        LOST,
        /** After quiet, the client has a flight that is gone. */
        GHOST,
        /** After quiet, the client is away, or was not told that it is up to date. */
        NOT_LIVE,
        /** On one connection a flight went back, without a reset. */
        STEP_BACK,
        /** A client that came back with its cursor was told an older state than it had, without a reset. */
        STEP_BACK_AFTER_RETURN,
        /** On one connection the same state came twice. */
        REPEATED,
        /** Nobody wrote that, or it is not of this view. */
        INVENTED,
        /** Told to be up to date, and was not. */
        LYING_LIVE,
        /** The number of flights that was told is not that of the flights that were told. */
        WRONG_COUNT
    }

    @Override
    public String toString() {
        return "%s: client %d, connection %d, at %d: %s".formatted(kind, client, connection, at, what);
    }
}
