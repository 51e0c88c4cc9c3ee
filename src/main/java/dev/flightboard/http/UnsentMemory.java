package dev.flightboard.http;

import io.netty.util.internal.PlatformDependent;
import jakarta.inject.Singleton;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Counts the memory that large frames and bodies take while somebody still reads them, each once, however many read it:
 * what is shared by all who are up to date costs little, but each who is behind in a way of its own holds one of its own,
 * for as long as it likes to read. While too much is held, no more of them are made. Any thread.
 */
@Singleton
class UnsentMemory {

    private final long limit;
    private final Map<Object, Held> all = new IdentityHashMap<>();
    private long sum;

    private static final class Held {
        int readers;
        long bytes;
    }

    UnsentMemory() {
        // Of all that may be outside the heap; the other half is what is being made, and Netty's own.
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
