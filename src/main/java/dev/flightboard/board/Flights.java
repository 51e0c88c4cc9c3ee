package dev.flightboard.board;

import dev.flightboard.board.Contents.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.pcollections.TreePMap;

/** The flights while the board is written: their entries, and when the clock will change each. Owned by the feed's thread. */
final class Flights {

    private TreePMap<String, Entry> byId = TreePMap.empty();
    private final List<TreePMap<Long, Entry>> byOffset = new ArrayList<>();
    private TreePMap<Turn, Entry> turned = TreePMap.empty();
    private int shown;

    /** For each flight that the clock alone will change, the next moment at which it does. */
    private final TreeSet<Turn> turns = new TreeSet<>();

    /** The flights that are off the board, in the order in which they were found to be so. */
    private final TreeSet<Turn> gone = new TreeSet<>();

    Entry get(String id) {
        return byId.get(id);
    }

    /** @param before the entry of the same flight that this one replaces; null for none */
    void put(Entry entry, Entry before, long now) {
        if (before != null) remove(before, now);
        byId = byId.plus(entry.id(), entry);
        for (Version each : entry.versions()) {
            while (byOffset.size() <= each.partition()) byOffset.add(TreePMap.empty());
            byOffset.set(each.partition(), byOffset.get(each.partition()).plus(each.offset(), entry));
        }
        if (entry.turnedAt() != Version.NO_TIME) turned = turned.plus(new Turn(entry.turnedAt(), entry.id()), entry);
        long next = entry.nextTurn(now);
        if (next != Long.MAX_VALUE) turns.add(new Turn(next, entry.id()));
        if (entry.shown().removed()) gone.add(new Turn(entry.madeAt(), entry.id()));
        else shown++;
    }

    /** Takes an entry out of every order but {@code byId}. */
    private void remove(Entry entry, long now) {
        for (Version each : entry.versions()) {
            byOffset.set(each.partition(), byOffset.get(each.partition()).minus(each.offset()));
        }
        if (entry.turnedAt() != Version.NO_TIME) turned = turned.minus(new Turn(entry.turnedAt(), entry.id()));
        turns.remove(new Turn(entry.nextTurn(now), entry.id()));
        if (entry.shown().removed()) gone.remove(new Turn(entry.madeAt(), entry.id()));
        else shown--;
    }

    /** The flights that the clock alone may have changed up to this time; the caller puts each of them again. */
    List<Entry> due(long now) {
        List<Entry> due = new ArrayList<>();
        while (!turns.isEmpty() && turns.first().at() <= now)
            due.add(byId.get(turns.pollFirst().id()));
        return due;
    }

    /** Every flight; the caller puts each of them again, because the clock went back. */
    List<Entry> undone() {
        turns.clear();
        return List.copyOf(byId.values());
    }

    /** Forgets the flights that left the board before this time. */
    void forget(long before, long now) {
        while (!gone.isEmpty() && gone.first().at() < before) {
            Entry entry = byId.get(gone.pollFirst().id());
            // One that hides another partition's state is put again when that state is too old, and forgotten later.
            if (entry.hides(now)) continue;
            remove(entry, now);
            byId = byId.minus(entry.id());
        }
    }

    Contents contents() {
        long nextTurn = turns.isEmpty() ? Long.MAX_VALUE : turns.first().at();
        return new Contents(byId, List.copyOf(byOffset), turned, shown, nextTurn);
    }
}
