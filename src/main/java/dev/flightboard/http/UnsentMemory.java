package dev.flightboard.http;

import io.netty.util.internal.PlatformDependent;
import jakarta.inject.Singleton;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Counts the memory of large frames and bodies that somebody still reads; each counts once, however many read it. Readers
 * that are up to date share one. But each reader that is behind may hold a frame of its own, for as long as it takes to read
 * it. While too much is held, no further ones are made, and whoever holds one for long is cut. Any thread.
 */
@Singleton
class UnsentMemory {

    /**
     * While memory is short for others, nobody holds a frame or a body for longer. A board of 1 MB is read in that time at half a
     * megabit a second; those who wait for memory have not yet taken their streams for dead.
     */
    static final long LONGEST_MILLIS = 20_000;

    private final long limit;
    private final Map<Object, Held> all = new IdentityHashMap<>();
    private long sum;

    private static final class Held {
        int readers;
        long bytes;
    }

    UnsentMemory() {
        // Half of what may be outside the heap; the other half is for frames that are being made, and for Netty itself.
        this(PlatformDependent.maxDirectMemory() / 2);
    }

    UnsentMemory(long limit) {
        this.limit = limit;
    }

    synchronized boolean isShort() {
        return sum >= limit;
    }

    synchronized void hold(Object shared, long bytes) {
        Held held = all.computeIfAbsent(shared, first -> new Held());
        if (held.readers++ > 0) return;
        held.bytes = bytes;
        sum += bytes;
    }

    synchronized void release(Object shared) {
        Held held = all.get(shared);
        if (--held.readers > 0) return;
        all.remove(shared);
        sum -= held.bytes;
    }
}
