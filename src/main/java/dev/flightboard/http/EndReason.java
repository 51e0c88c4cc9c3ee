package dev.flightboard.http;

import java.util.Locale;

/** Why a stream ended: the closed set of reasons that the access log and the metrics use. */
enum EndReason {
    /** The browser closed the connection, or the network broke it. */
    CLIENT_CLOSED,
    /** It was open for its maximum age; the browser comes back with its cursor, perhaps to another replica. */
    ROTATION,
    /** The socket took nothing for the write timeout. */
    WRITE_TIMEOUT,
    /** What was told is void, and the reader knows no event that says so: it comes back for the whole board. */
    RESET,
    /** The service is stopping. */
    DRAIN,
    /** A fault of the service; the log has it. */
    FAILURE;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
