package dev.flightboard.fanout;

import dev.flightboard.board.Board.Applied;
import dev.flightboard.board.Change;
import dev.flightboard.board.Changes;
import dev.flightboard.flight.FlightState;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a frame tells, as states of flights in place of events: for readers that know nothing else. A flight that has gone, or
 * left the view, has the state {@code removed}. Made anew each time it is asked for, which few do. Any thread.
 */
public final class States {

    public static final String REMOVED = "removed";

    static final States NONE = new States(false, Stream::empty);

    private final boolean reset;
    private final Source source;

    private interface Source {
        Stream<FlightState> stream();
    }

    private States(boolean reset, Source source) {
        this.reset = reset;
        this.source = source;
    }

    /** Every single change of a batch. */
    static States of(View view, List<Applied> batch) {
        return new States(
                false, () -> batch.stream().map(each -> told(view, each)).filter(Objects::nonNull));
    }

    /** The newest state of each flight that changed. */
    static States of(View view, Changes changes) {
        boolean reset = changes.reset();
        // Not the head that comes with them, which would be kept for as long as the frame.
        List<Change> all = changes.all();
        return new States(
                reset, () -> all.stream().map(each -> told(view, each, !reset)).filter(Objects::nonNull));
    }

    private static FlightState told(View view, Applied applied) {
        boolean wasShown = applied.before() != null && view.shows(applied.before());
        return told(view, applied.change(), wasShown);
    }

    /** Null for nothing. */
    private static FlightState told(View view, Change change, boolean mayBeHeld) {
        if (!change.removed() && view.shows(change.state())) return change.state();
        // What never was on the board nobody can hold.
        if (!mayBeHeld || change.flight() == null) return null;
        return FlightState.of(change.id())
                .flight(change.flight())
                .state(REMOVED)
                .build();
    }

    /** Whether all that was told before is void. */
    public boolean isReset() {
        return reset;
    }

    public Iterator<FlightState> iterator() {
        return source.stream().iterator();
    }
}
