package dev.flightboard.board;

import static dev.flightboard.support.Flights.flight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.ManualClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What time alone does to a board: flights past their age leave it, removals past their memory are forgotten. */
class BoardAgeTest {

    private final ManualClock clock = new ManualClock("2026-01-31T10:00:00Z");
    private final Board board = new Board(clock, Duration.ofHours(1), Duration.ofHours(48));

    @BeforeEach
    void aBoardOfOneFlight() {
        board.restart(7);
        board.apply(0, 0, clock.millis(), "I768", flight("I768", "landed"));
        live();
    }

    @Test
    void aFlightOlderThanTheMaximumAgeLeavesTheBoard() {
        long sent = board.head().revision();

        pass(Duration.ofHours(48));

        assertThat(Told.by(board.since(sent, board.head()))).isEqualTo("-I768");
        assertThat(board.head().flights()).isZero();
    }

    @Test
    void aFlightStaysUntilItsMaximumAge() {
        pass(Duration.ofHours(48).minusMillis(1));

        assertThat(board.head().flights()).isOne();
    }

    @Test
    void everyCursorFromBeforeIsToldThatAFlightCameOfAge() {
        pass(Duration.ofHours(47).plusMinutes(30));
        Cursor before = board.head().cursor(0);

        pass(Duration.ofMinutes(30));

        assertThat(Told.by(board.since(before, board.head()).orElseThrow())).isEqualTo("-I768");
    }

    @Test
    void aCursorFromLongAfterwardsIsNotToldAgain() {
        pass(Duration.ofHours(48));
        clock.pass(Duration.ofMinutes(1));
        live();
        Cursor after = board.head().cursor(0);

        board.publish();

        assertThat(Told.by(board.since(after, board.head()).orElseThrow())).isEmpty();
    }

    @Test
    void aReplicaThatStartsAfterwardsTellsItToo() {
        pass(Duration.ofHours(47).plusMinutes(30));
        Cursor before = board.head().cursor(0);
        Instant written = Instant.parse("2026-01-31T10:00:00Z");
        clock.pass(Duration.ofMinutes(31));

        Board started = new Board(clock, Duration.ofHours(1), Duration.ofHours(48));
        started.restart(7);
        started.apply(0, 0, written.toEpochMilli(), "I768", flight("I768", "landed"));
        started.live(clock.instant());
        started.publish();

        assertThat(started.head().flights()).isZero();
        assertThat(Told.by(started.since(before, started.head()).orElseThrow())).isEqualTo("-I768");
    }

    @Test
    void aRecordThatArrivesOverageRemovesWhatItReplaces() {
        long sent = board.head().revision();
        Cursor before = board.head().cursor(0);

        board.apply(0, 1, clock.millis() - Duration.ofDays(9).toMillis(), "I768", flight("I768", "closed"));
        board.publish();

        assertThat(Told.by(board.since(sent, board.head()))).isEqualTo("-I768");
        assertThat(Told.by(board.since(before, board.head()).orElseThrow())).isEqualTo("-I768");
    }

    @Test
    void aRecordFromTheFutureIsNoYoungerThanItsArrival() {
        board.apply(0, 1, clock.millis() + Duration.ofDays(9).toMillis(), "A123", flight("A123", "landed"));

        pass(Duration.ofHours(48));

        assertThat(Told.by(Board.all(board.head()))).isEqualTo("reset");
    }

    @Test
    void aRemovalIsForgottenAfterItsMemoryAndWhoNeedsItGetsTheWholeBoard() {
        long sent = board.head().revision();
        board.apply(0, 1, clock.millis(), "I768", null);
        live();

        pass(Duration.ofHours(1));

        assertThat(Told.by(board.since(sent, board.head()))).isEqualTo("reset");
        assertThat(Told.by(board.since(sent + 1, board.head()))).isEmpty();
    }

    @Test
    void aForgottenRemovalTakesNoMemory() {
        board.apply(0, 1, clock.millis(), "I768", null);
        pass(Duration.ofHours(1));

        pass(Board.SLACK);

        assertThat(board.head().contents().byId).isEmpty();
        assertThat(board.head().contents().byRevision).isEmpty();
    }

    private void pass(Duration time) {
        clock.pass(time);
        live();
    }

    private void live() {
        board.live(clock.instant());
        board.publish();
    }
}
