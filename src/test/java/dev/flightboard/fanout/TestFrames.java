package dev.flightboard.fanout;

import dev.flightboard.board.Change;
import dev.flightboard.board.Changes;
import dev.flightboard.flight.FlightState;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Frames that say what a test wants. */
public final class TestFrames {

    private TestFrames() {}

    public static Frame of(String text) {
        return Frame.notice(View.WHOLE_BOARD, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The whole board. */
    public static Frame board(FlightState... states) {
        return frame(true, states);
    }

    public static Frame changed(FlightState... states) {
        return frame(false, states);
    }

    private static Frame frame(boolean reset, FlightState... states) {
        List<Change> changes = Arrays.stream(states)
                .map(each -> new Change(each.id(), each.flight(), each, 0))
                .toList();
        return Frame.of(
                Frame.Kind.NEWS,
                View.WHOLE_BOARD,
                null,
                null,
                List.of(EventFormat.reset()),
                null,
                States.of(View.WHOLE_BOARD, new Changes(reset, changes, null)));
    }
}
