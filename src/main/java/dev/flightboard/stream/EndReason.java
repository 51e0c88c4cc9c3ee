package dev.flightboard.stream;

import java.util.Locale;

/** Why a stream ended: the closed set that the access log and the metrics use. */
enum EndReason {
    /** The browser went, or the network did. */
    CLIENT_CLOSED,
    /** The service stops. */
    DRAIN;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
