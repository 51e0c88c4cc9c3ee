package dev.flightboard.bridge;

import java.time.Duration;

/** Why a page could not be had. */
final class PollFailed extends Exception {

    private static final long serialVersionUID = 1;

    /** What the API asks for, if anything; null for nothing. */
    private final transient Duration retryAfter;

    PollFailed(String why) {
        this(why, null);
    }

    PollFailed(String why, Duration retryAfter) {
        super(why, null, false, false);
        this.retryAfter = retryAfter;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
