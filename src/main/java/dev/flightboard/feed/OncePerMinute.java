package dev.flightboard.feed;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Says whether it is time to say something again. A log that repeats itself every minute is noticed; one that repeats
 * itself for each record is turned off. Any thread.
 */
final class OncePerMinute {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    // More than a service has to say; what is made up of foreign texts must not fill the memory.
    private static final int MAX_THINGS = 100;

    private final Map<Object, Long> quietUntil = new ConcurrentHashMap<>();

    boolean isTimeFor(Object thing) {
        long now = System.nanoTime();
        // Asked of every field of every record, it is mostly not.
        Long quiet = quietUntil.get(thing);
        if (quiet != null && now - quiet < 0) return false;
        if (quietUntil.size() > MAX_THINGS) quietUntil.clear();
        AtomicBoolean isTime = new AtomicBoolean();
        quietUntil.compute(thing, (key, until) -> {
            isTime.set(until == null || now - until >= 0);
            return isTime.get() ? now + MINUTE : until;
        });
        return isTime.get();
    }
}
