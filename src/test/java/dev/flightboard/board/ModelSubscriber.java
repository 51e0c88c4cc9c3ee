package dev.flightboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.board.Board.Applied;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A browser that holds a board, and moves from replica to replica with its cursor. */
final class ModelSubscriber {

    private final Map<String, Change> held = new TreeMap<>();
    private String cursor = "";
    private ModelReplica replica;
    private long revision;

    /** Asks another replica, or the same one over a new connection. */
    void reconnect(ModelReplica to) {
        Head head = to.told();
        Optional<Cursor> seen = Cursor.parse(cursor);
        Optional<Changes> changes = seen.isEmpty() ? Optional.of(Board.all(head)) : to.board.since(seen.get(), head);
        changes.ifPresent(told -> follow(to, told));
    }

    /** Takes what has changed on the replica it is connected to. */
    void drain() {
        if (replica != null) follow(replica, replica.board.since(revision, replica.told()));
    }

    /** Takes every single change since a head, unless it stands elsewhere. */
    void offer(ModelReplica by, Head from, List<Applied> batch) {
        if (by != replica || revision < from.revision()) return;
        List<Change> changes = batch.stream().map(Applied::change).toList();
        follow(by, new Changes(false, changes, by.told()));
    }

    private void follow(ModelReplica from, Changes changes) {
        if (changes.reset()) held.clear();
        for (Change each : changes.all()) {
            // One that is newer than the head comes with the next flush.
            if (each.revision() > changes.upTo().revision()) continue;
            if (each.removed()) held.remove(each.id());
            else hold(each);
        }
        replica = from;
        revision = changes.upTo().revision();
        cursor = changes.upTo().cursor(0).toString();
    }

    private void hold(Change change) {
        Change before = held.put(change.id(), change);
        if (before != null && before.partition() == change.partition()) {
            assertThat(change.offset()).isGreaterThanOrEqualTo(before.offset());
        }
    }

    Map<String, String> held() {
        return ModelReplica.terminals(held.values());
    }
}
