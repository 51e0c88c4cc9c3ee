package dev.flightboard.board;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The newest change of every flight of one topic, by id and in order of revision. The feed's thread writes, any thread
 * reads at the same time. A flight is in {@code byId} exactly once at any moment; in {@code byRevision} it is met at least
 * once by whoever walks up to its newest revision.
 */
final class Contents {

    final ConcurrentHashMap<String, Change> byId = new ConcurrentHashMap<>();
    final ConcurrentSkipListMap<Long, Change> byRevision = new ConcurrentSkipListMap<>();

    void put(Change change, Change before) {
        byRevision.put(change.revision(), change);
        byId.put(change.id(), change);
        if (before != null) byRevision.remove(before.revision());
    }

    void forget(Change removal) {
        byRevision.remove(removal.revision());
        byId.remove(removal.id());
    }
}
