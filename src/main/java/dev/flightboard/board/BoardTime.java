package dev.flightboard.board;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The board's own time: when the board was last known to hold all that the topic held. It stands still while Kafka is away.
 * When Kafka is back it leaps, and the time leapt over makes neither removals nor cursors older. Owned by the feed's thread.
 */
final class BoardTime {

    // Twice the longest watch that can be set, for an answer takes a while: a longer leap is an outage.
    static final long LONGEST_STEP = Duration.ofMinutes(1).toMillis();

    private final Deque<Leap> leaps = new ArrayDeque<>();
    private long now;

    private record Leap(long from, long to) {}

    BoardTime(long now) {
        this.now = now;
    }

    long now() {
        return now;
    }

    /** That time; or the present one where the clock was set back by a step at most: then the board waits for the clock. */
    long orWait(long time) {
        return time < now && now - time <= LONGEST_STEP ? now : time;
    }

    void moveTo(long time) {
        if (time - now > LONGEST_STEP) leaps.addFirst(new Leap(now, time));
        now = time;
    }

    /** The moment that lies so long ago; leaps do not count. */
    long ago(long millis) {
        long then = now - millis;
        for (Leap each : leaps) {
            if (each.to <= then) break;
            then -= each.to - each.from;
        }
        long oldest = then;
        leaps.removeIf(each -> each.to <= oldest);
        return then;
    }
}
