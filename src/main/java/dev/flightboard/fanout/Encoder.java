package dev.flightboard.fanout;

import dev.flightboard.board.Board;
import dev.flightboard.board.Board.Applied;
import dev.flightboard.board.Change;
import dev.flightboard.board.Changes;
import dev.flightboard.board.Head;
import dev.flightboard.flight.FlightState;
import java.util.ArrayList;
import java.util.List;

/** Turns what the board knows into frames for a view: which events, in which order, with which cursor. */
final class Encoder {

    private final String timeZone;

    Encoder(String timeZone) {
        this.timeZone = timeZone;
    }

    /** Every single change of a batch, for those who have seen all before it. */
    void append(List<byte[]> events, View view, List<Applied> batch, byte[][] encoded) {
        for (int i = 0; i < batch.size(); i++) {
            Change change = batch.get(i).change();
            FlightState before = batch.get(i).before();
            if (!change.removed() && view.shows(change.state())) {
                // Encoded once, whatever the number of views that show it.
                if (encoded[i] == null) encoded[i] = EventFormat.change(change);
                events.add(encoded[i]);
            } else if (before == null ? change.removed() : view.shows(before)) {
                // Of what had gone before, nobody knows any more who was shown it: they hear it once more.
                events.add(EventFormat.removed(change.id()));
            }
        }
    }

    /** The newest state of each flight that changed, for those of whom only a position is known. */
    void append(List<byte[]> events, View view, Changes changes) {
        if (changes.reset()) events.add(EventFormat.reset());
        for (Change change : changes.all()) {
            // One may be met newer than the head: it comes with the next frame, after the states that has of it.
            if (change.revision() > changes.upTo().revision()) continue;
            if (!change.removed() && view.shows(change.state())) events.add(EventFormat.change(change));
            // Whether it was shown to them is not known any more; a removal of what they do not hold changes nothing.
            else if (!changes.reset()) events.add(EventFormat.removed(change.id()));
        }
    }

    byte[] status(View view, Head head) {
        return head.staleSince() == null
                ? EventFormat.live(count(view, head), head.asOf(), timeZone)
                : EventFormat.stale(head.staleSince());
    }

    private static int count(View view, Head head) {
        if (view.isWholeBoard()) return head.flights();
        return (int) Board.all(head).all().stream()
                .filter(each -> view.shows(each.state()))
                .count();
    }

    /** Changes and then where the board stands: what brings a subscriber up to date. */
    Frame catchUp(View view, Changes changes) {
        List<byte[]> events = new ArrayList<>(changes.all().size() + 2);
        append(events, view, changes);
        events.add(status(view, changes.upTo()));
        return frame(view, 0, changes.upTo(), events);
    }

    /** The whole board, without where it stands: its reader is brought up to date next. */
    Frame snapshot(View view, Changes all) {
        List<byte[]> events = new ArrayList<>(all.all().size() + 1);
        append(events, view, all);
        return frame(view, 0, all.upTo(), events);
    }

    /** For a subscriber that cannot be shown a board yet. */
    Frame notYet(View view, Head head) {
        return Frame.notice(view, EventFormat.stale(head.staleSince()));
    }

    Frame frame(View view, long since, Head to, List<byte[]> events) {
        return Frame.of(
                view,
                since,
                to.revision(),
                events,
                to.cursor(view.fingerprint()).toString());
    }

    Frame heartbeat(View view, Head head) {
        return Frame.heartbeat(
                view, head.revision(), head.cursor(view.fingerprint()).toString());
    }
}
