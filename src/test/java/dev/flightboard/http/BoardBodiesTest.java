package dev.flightboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.board.Board;
import dev.flightboard.board.Cursor;
import dev.flightboard.board.Head;
import dev.flightboard.fanout.View;
import dev.flightboard.support.Flights;
import dev.flightboard.support.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BoardBodiesTest {

    private final ManualClock clock = new ManualClock("2026-01-31T10:00:00Z");
    private final Board board = new Board(Duration.ofHours(1), Duration.ofHours(48), clock.instant(), 0);
    private final UnsentMemory memory = new UnsentMemory(100);
    private final BoardBodies bodies = new BoardBodies(memory);

    @Test
    void aBodyIsMadeOnceARevision() {
        BoardBody first = bodies.of(View.WHOLE_BOARD, board.head()).orElseThrow();
        BoardBody same = bodies.of(View.WHOLE_BOARD, board.head()).orElseThrow();
        change();
        BoardBody next = bodies.of(View.WHOLE_BOARD, board.head()).orElseThrow();

        assertThat(same).isSameAs(first);
        assertThat(next).isNotSameAs(first);
    }

    // P67
    @Test
    void whileSlowReadersHoldTooMuchNoFurtherBodyIsMade() {
        BoardBody made = bodies.of(View.WHOLE_BOARD, board.head()).orElseThrow();
        memory.hold("a large body", 100);

        assertThat(bodies.of(View.WHOLE_BOARD, board.head())).containsSame(made);
        change();
        assertThat(bodies.of(View.WHOLE_BOARD, board.head())).isEmpty();
    }

    // P63
    @Test
    void theCursorOfABoardThatHasNotChangedForLongIsNotTooOld() {
        Head first = board.head();
        bodies.of(View.WHOLE_BOARD, first);
        clock.pass(Duration.ofHours(9));
        board.live(clock.instant(), 0);
        board.publish(0);

        Cursor cursor = bodies.of(View.WHOLE_BOARD, board.head()).orElseThrow().cursor(View.WHOLE_BOARD, board.head());

        assertThat(cursor).hasToString(board.head().cursor(0).toString());
        assertThat(first.cursor(0)).doesNotHaveToString(cursor.toString());
    }

    private void change() {
        board.apply(0, board.head().position().nextOffset(0), clock.millis(), "I768", Flights.flight("I768", "landed"));
        board.publish(0);
    }
}
