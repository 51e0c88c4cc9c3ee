package dev.flightboard.command;

import java.time.Duration;

/** How long to wait from one poll to the next: longer with each that failed, and at least as long as the API asks for. */
final class Pauses {

    // Long enough not to be a burden, short enough that a board is not long without its API.
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Duration every;
    private Duration pause;

    Pauses(Duration every) {
        this.every = every;
        this.pause = every;
    }

    Duration after(boolean well, Duration asked) {
        Duration longest = every.compareTo(LONGEST) > 0 ? every : LONGEST;
        Duration doubled = pause.multipliedBy(2);
        if (well) pause = every;
        else pause = doubled.compareTo(longest) < 0 ? doubled : longest;
        return asked.compareTo(pause) > 0 ? asked : pause;
    }
}
