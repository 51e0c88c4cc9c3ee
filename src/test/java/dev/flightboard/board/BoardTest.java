package dev.flightboard.board;

import static dev.flightboard.support.Flights.flight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.board.Board.Applied;
import dev.flightboard.support.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The board as those see it who have followed this replica all along. */
class BoardTest {

    private final ManualClock clock = new ManualClock("2026-01-31T10:00:00Z");
    private final Board board = new Board(clock, Duration.ofHours(1), Duration.ofHours(48));

    @BeforeEach
    void catchUp() {
        board.restart(7);
        board.live(clock.instant());
        board.publish();
    }

    @Test
    void theBoardHoldsTheLatestStateOfEachFlight() {
        apply(0, "I768", "scheduled");
        apply(1, "A123", "scheduled");

        apply(2, "I768", "landing");

        assertThat(Told.by(Board.all(board.head()))).isEqualTo("reset A123=scheduled I768=landing");
        assertThat(board.head().flights()).isEqualTo(2);
    }

    @Test
    void aTombstoneTakesAFlightOffTheBoard() {
        apply(0, "I768", "landed");

        apply(1, "I768", null);

        assertThat(Told.by(Board.all(board.head()))).isEqualTo("reset");
        assertThat(board.head().flights()).isZero();
    }

    @Test
    void nothingIsVisibleBeforeItIsPublished() {
        Head before = board.head();

        board.apply(0, 0, clock.millis(), "I768", flight("I768", "landing"));

        assertThat(Told.by(board.since(0, before))).isEqualTo("reset I768=landing");
        assertThat(Told.by(board.since(before.revision(), before))).isEmpty();
    }

    @Test
    void slowSubscriberIsToldOnlyTheLatestStateOfEachFlight() {
        apply(0, "I768", "scheduled");
        long sent = apply(1, "A123", "scheduled").revision();

        apply(2, "I768", "landing");
        apply(3, "I768", "landed");

        assertThat(Told.by(board.since(sent, board.head()))).isEqualTo("I768=landed");
    }

    @Test
    void slowSubscriberIsToldOfRemovals() {
        long sent = apply(0, "I768", "landed").revision();

        apply(1, "I768", null);
        apply(2, "I768", null);

        assertThat(Told.by(board.since(sent, board.head()))).isEqualTo("-I768");
    }

    @Test
    void aTombstoneForAnUnknownFlightChangesNothing() {
        long sent = apply(0, "A123", "scheduled").revision();

        apply(1, "unknown", null);

        assertThat(Told.by(board.since(sent, board.head()))).isEmpty();
        assertThat(Told.by(Board.all(board.head()))).isEqualTo("reset A123=scheduled");
    }

    @Test
    void aFlightThatComesBackIsShownAgain() {
        apply(0, "I768", "landed");
        long sent = apply(1, "I768", null).revision();

        apply(2, "I768", "scheduled");

        assertThat(Told.by(board.since(sent, board.head()))).isEqualTo("I768=scheduled");
        assertThat(board.head().flights()).isOne();
    }

    @Test
    void aTopicReadAnewIsTheWholeBoardForEverybody() {
        long sent = apply(0, "I768", "landed").revision();

        board.restart(8);
        board.live(clock.instant());
        apply(0, "A123", "scheduled");

        assertThat(Told.by(board.since(sent, board.head()))).isEqualTo("reset A123=scheduled");
    }

    @Test
    void readersOfTheOldTopicKeepItsBoardWhileTheNewOneIsRead() {
        Head old = apply(0, "I768", "landed");

        board.restart(8);
        apply(0, "A123", "scheduled");

        assertThat(Told.by(Board.all(old))).isEqualTo("reset I768=landed");
        assertThat(Board.find("I768", old)).isPresent();
        assertThat(board.head().complete()).isFalse();
    }

    @Test
    void everySingleChangeIsPublishedWithWhatWasThereBefore() {
        List<String> published = new ArrayList<>();
        board.watch((head, batch) -> batch.forEach(each -> published.add(told(each))));

        apply(0, "I768", "landing");
        apply(1, "I768", "landed");
        apply(2, "I768", null);

        assertThat(published).containsExactly("null>landing", "landing>landed", "landed>null");
    }

    /** Those who are being brought to a head between the two find only the second, which is past that head. */
    @Test
    void aRemovalOfWhatHasGoneIsPublishedOnceMore() {
        List<String> published = new ArrayList<>();
        board.watch((head, batch) -> batch.forEach(each -> published.add(told(each))));
        apply(0, "unknown", null);

        apply(1, "unknown", null);

        assertThat(published).containsExactly("null>null");
    }

    private static String told(Applied applied) {
        String before = applied.before() == null ? "null" : applied.before().state();
        return before + ">"
                + (applied.change().removed()
                        ? "null"
                        : applied.change().state().state());
    }

    private Head apply(long offset, String id, String state) {
        board.apply(0, offset, clock.millis(), id, state == null ? null : flight(id, state));
        board.publish();
        return board.head();
    }
}
