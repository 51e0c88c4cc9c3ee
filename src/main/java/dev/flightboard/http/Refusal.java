package dev.flightboard.http;

import java.util.Locale;

/** Why a stream was refused: the closed set of reasons that the answer and the metrics use. */
enum Refusal {
    DRAINING("this replica stops; another one has room"),
    LIMIT("no stream is free here"),
    LIMIT_PER_ADDRESS("no further stream for this address"),
    LIMIT_VIEWS("no further filter is free here"),
    LIMIT_VIEWS_PER_ADDRESS("no further filter for this address");

    final String why;

    Refusal(String why) {
        this.why = why;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
