package dev.flightboard.http;

import java.util.Locale;

/** Why a stream ended: the closed set that the access log and the metrics use. */
enum EndReason {
    /** The browser went, or the network did. */
    CLIENT_CLOSED,
    /** It was open for its maximum age; the browser comes back with its cursor, perhaps to another replica. */
    ROTATION,
    /** The socket took nothing for the write timeout. */
    WRITE_TIMEOUT,
    /** What was told is void, and the reader knows no event that says so: it comes back for the whole board. */
    RESET,
    /** The service stops. */
    DRAIN,
    /** The service failed to serve it; the log says how. */
    FAILURE;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
