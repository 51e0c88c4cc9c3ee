package dev.flightboard.fanout;

import static dev.flightboard.support.Flights.flight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.board.Board;
import dev.flightboard.board.Board.Applied;
import dev.flightboard.board.Head;
import dev.flightboard.flight.FlightState;
import dev.flightboard.support.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatesTest {

    private static final View TERMINAL_3 = new View(Map.of("terminal", Set.of("3")));
    private static final FlightState GONE = flight("I768", "removed");

    private final ManualClock clock = new ManualClock("2026-01-31T10:00:00Z");
    private final Board board = new Board(Duration.ofHours(1), Duration.ofHours(48), clock.instant(), 0);
    private final List<Applied> batch = new ArrayList<>();

    @BeforeEach
    void aBoardWithAFlightInTerminal3() {
        board.restart(7, clock.instant(), 0);
        board.live(clock.instant(), 0);
        apply("I768", flight("I768", "landing", null, "3"));
        board.watch((head, applied) -> batch.addAll(applied));
    }

    // P73
    @Test
    void aFlightThatGoesIsRemovedUnderItsDesignatorWhetherOneKeepsUpOrNot() {
        Head seen = board.head();
        apply("I768", null);

        assertThat(told(States.of(View.WHOLE_BOARD, batch))).containsExactly(GONE);
        assertThat(told(States.of(View.WHOLE_BOARD, board.head().since(seen.position()))))
                .containsExactly(GONE);
    }

    // P73
    @Test
    void aFlightThatLeavesTheFilterIsRemoved() {
        Head seen = board.head();
        apply("I768", flight("I768", "landing", null, "4"));

        assertThat(told(States.of(TERMINAL_3, batch))).containsExactly(GONE);
        assertThat(told(States.of(TERMINAL_3, board.head().since(seen.position()))))
                .containsExactly(GONE);
    }

    @Test
    void whatNeverWasOnTheBoardIsNotRemovedFromIt() {
        Head seen = board.head();
        apply("A123", null);

        assertThat(told(States.of(View.WHOLE_BOARD, batch))).isEmpty();
        assertThat(told(States.of(View.WHOLE_BOARD, board.head().since(seen.position()))))
                .isEmpty();
    }

    @Test
    void aWholeBoardHoldsWhatIsShownAndNothingThatHasGone() {
        apply("A123", flight("A123", "landed", null, "3"));
        apply("A123", null);

        States all = States.of(TERMINAL_3, board.head().all());

        assertThat(all.isReset()).isTrue();
        assertThat(told(all)).containsExactly(flight("I768", "landing", null, "3"));
    }

    private static List<FlightState> told(States states) {
        List<FlightState> told = new ArrayList<>();
        states.iterator().forEachRemaining(told::add);
        return told;
    }

    private long offset;

    private void apply(String id, FlightState state) {
        board.apply(0, offset++, clock.millis(), id, state);
        board.publish(0);
    }
}
