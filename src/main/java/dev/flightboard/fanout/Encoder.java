package dev.flightboard.fanout;

import dev.flightboard.board.Board.Applied;
import dev.flightboard.board.Change;
import dev.flightboard.board.Changes;
import dev.flightboard.board.Head;
import dev.flightboard.board.Position;
import dev.flightboard.fanout.Frame.Kind;
import dev.flightboard.flight.FlightState;
import java.util.ArrayList;
import java.util.List;

/** Makes the frames for a view: which events, in which order, with which cursor. Any thread. */
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
                // Encoded once, however many views show it.
                if (encoded[i] == null) encoded[i] = EventFormat.change(change);
                events.add(encoded[i]);
            } else if (before != null && view.shows(before)) {
                events.add(EventFormat.removed(change.id()));
            }
        }
    }

    /** The newest state of each flight that changed, for a subscriber of which only the position is known. */
    void append(List<byte[]> events, View view, Changes changes) {
        if (changes.reset()) events.add(EventFormat.reset());
        for (Change change : changes.all()) {
            if (!change.removed() && view.shows(change.state())) events.add(EventFormat.change(change));
            // Nobody knows any more whether the flight was in the view before. To remove what a client does not
            // hold changes nothing.
            else if (!changes.reset()) events.add(EventFormat.removed(change.id()));
        }
    }

    byte[] status(View view, Moment now) {
        Head head = now.head();
        return now.staleSince() == null
                ? EventFormat.live(
                        count(view, head), head.asOf(), timeZone, head.replay().orElse(null))
                : stale(now);
    }

    private byte[] stale(Moment now) {
        return EventFormat.stale(now.staleSince(), timeZone, now.head().replay().orElse(null));
    }

    private static int count(View view, Head head) {
        if (view.isWholeBoard()) return head.flights();
        return (int) head.all().all().stream()
                .filter(each -> view.shows(each.state()))
                .count();
    }

    /** Changes, and then {@code live} or {@code stale}: what brings a subscriber up to date. */
    Frame catchUp(View view, Changes changes, Moment now) {
        Changes shorter = isLongerThanTheView(view, changes) ? now.head().all() : changes;
        List<byte[]> events = new ArrayList<>(shorter.all().size() + 2);
        append(events, view, shorter);
        events.add(status(view, now));
        return frame(Kind.NEWS, view, now.head().position(), now.head(), events, States.of(view, shorter));
    }

    /** Where most changes are of flights outside the view, a reset and the whole view are shorter. */
    private static boolean isLongerThanTheView(View view, Changes changes) {
        if (view.isWholeBoard() || changes.reset()) return false;
        long others = changes.all().stream()
                .filter(each -> each.removed() || !view.shows(each.state()))
                .count();
        // Counting a view looks at every flight of the board: not worth it for the few changes of a short absence.
        return others > 32 && others > count(view, changes.upTo());
    }

    /** The whole board, without {@code live} or {@code stale}: its reader is brought up to date by the next frame. */
    Frame snapshot(View view, Head head) {
        Changes all = head.all();
        List<byte[]> events = new ArrayList<>(all.all().size() + 1);
        append(events, view, all);
        // A reset has an id of its own; where the board is empty, it is the only event, and gets no other.
        return events.size() == 1
                ? Frame.of(Kind.SNAPSHOT, view, head.position(), head.position(), events, null, States.of(view, all))
                : frame(Kind.SNAPSHOT, view, head.position(), head, events, States.of(view, all));
    }

    /** For a subscriber that cannot be shown a board yet. */
    Frame notYet(View view, Moment now) {
        return Frame.notice(view, stale(now));
    }

    /** The events that lead from a position to a head, for all subscribers that were told all up to the position. */
    Frame news(View view, Position from, Head to, List<byte[]> events, States states) {
        return frame(Kind.NEWS, view, from, to, events, states);
    }

    private static Frame frame(Kind kind, View view, Position from, Head to, List<byte[]> events, States states) {
        return Frame.of(
                kind,
                view,
                from,
                to.position(),
                events,
                to.cursor(view.fingerprint()).toString(),
                states);
    }

    /** {@code live} or {@code stale} once more: the cursor moves on, and a page sees that the stream is alive. */
    Frame heartbeat(View view, Moment now) {
        return frame(Kind.HEARTBEAT, view, now.head().position(), now.head(), List.of(status(view, now)), States.NONE);
    }
}
