package dev.flightboard.board;

import static dev.flightboard.support.Flights.flight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.board.Board.Applied;
import dev.flightboard.flight.Replay;
import dev.flightboard.support.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The board as those see it who have followed this replica all along. */
class BoardTest {

    private final ManualClock clock = new ManualClock("2026-01-31T10:00:00Z");
    private final Board board = new Board(Duration.ofHours(1), Duration.ofHours(48), clock.instant(), 0);

    @BeforeEach
    void catchUp() {
        board.restart(7, clock.instant(), 0);
        board.live(clock.instant(), 0);
        board.publish(0);
    }

    @Test
    void theBoardHoldsTheLatestStateOfEachFlight() {
        apply(0, "I768", "scheduled");
        apply(1, "A123", "scheduled");

        apply(2, "I768", "landing");

        assertThat(Told.by(board.head().all())).isEqualTo("reset A123=scheduled I768=landing");
        assertThat(board.head().flights()).isEqualTo(2);
    }

    @Test
    void aHeadIsTheBoardAtItsMomentWhateverIsAppliedAfterwards() {
        Head seen = apply(0, "I768", "scheduled");
        Position sent = seen.position();
        Head changed = apply(1, "I768", "landing");

        board.apply(0, 2, clock.millis(), "I768", null);

        assertThat(Told.by(changed.since(sent))).isEqualTo("I768=landing");
        assertThat(Told.by(changed.all())).isEqualTo("reset I768=landing");
        assertThat(Told.by(seen.all())).isEqualTo("reset I768=scheduled");
    }

    @Test
    void theNewestRecordOfASimulatorSaysOfWhichDayTheBoardIs() {
        Replay replay = new Replay(clock.instant(), Instant.EPOCH, Instant.EPOCH.plusSeconds(60), 60);
        board.replays(clock.millis(), replay);
        board.replays(clock.millis() - 1, null);
        board.publish(0);
        Head replaying = board.head();

        board.replays(clock.millis() + 1, null);
        board.publish(0);

        assertThat(replaying.replay()).contains(replay);
        assertThat(board.head().replay()).isEmpty();
    }

    @Test
    void aTopicMadeAnewIsOfNoOtherDay() {
        board.replays(clock.millis(), new Replay(clock.instant(), Instant.EPOCH, Instant.EPOCH, 60));

        board.restart(8, clock.instant(), 0);

        assertThat(board.head().replay()).isEmpty();
    }

    @Test
    void aTombstoneTakesAFlightOffTheBoard() {
        apply(0, "I768", "landed");

        apply(1, "I768", null);

        assertThat(Told.by(board.head().all())).isEqualTo("reset");
        assertThat(board.head().flights()).isZero();
    }

    @Test
    void nothingIsVisibleBeforeItIsPublished() {
        Head before = board.head();

        board.apply(0, 0, clock.millis(), "I768", flight("I768", "landing"));

        assertThat(Told.by(before.all())).isEqualTo("reset");
        assertThat(Told.by(before.since(before.position()))).isEmpty();
        assertThat(before.find("I768")).isEmpty();
    }

    // P18
    @Test
    void slowSubscriberIsToldOnlyTheLatestStateOfEachFlight() {
        apply(0, "I768", "scheduled");
        Position sent = apply(1, "A123", "scheduled").position();

        apply(2, "I768", "landing");
        apply(3, "I768", "landed");

        assertThat(Told.by(board.head().since(sent))).isEqualTo("I768=landed");
    }

    // P18
    @Test
    void slowSubscriberIsToldOfRemovals() {
        Position sent = apply(0, "I768", "landed").position();

        apply(1, "I768", null);
        apply(2, "I768", null);

        assertThat(Told.by(board.head().since(sent))).isEqualTo("-I768");
    }

    @Test
    void aTombstoneForAnUnknownFlightChangesNothing() {
        Position sent = apply(0, "A123", "scheduled").position();

        apply(1, "unknown", null);

        assertThat(board.head().revision()).isEqualTo(sent.revision());
        assertThat(Told.by(board.head().all())).isEqualTo("reset A123=scheduled");
    }

    @Test
    void aFlightThatComesBackIsShownAgain() {
        apply(0, "I768", "landed");
        Position sent = apply(1, "I768", null).position();

        apply(2, "I768", "scheduled");

        assertThat(Told.by(board.head().since(sent))).isEqualTo("I768=scheduled");
        assertThat(board.head().flights()).isOne();
    }

    @Test
    void aTopicReadAnewIsTheWholeBoardForEverybody() {
        Position sent = apply(0, "I768", "landed").position();

        board.restart(8, clock.instant(), 0);
        board.live(clock.instant(), 0);
        apply(0, "A123", "scheduled");

        assertThat(Told.by(board.head().since(sent))).isEqualTo("reset A123=scheduled");
    }

    // P35
    @Test
    void readersOfTheOldTopicKeepItsBoardWhileTheNewOneIsRead() {
        Head old = apply(0, "I768", "landed");

        board.restart(8, clock.instant(), 0);
        apply(0, "A123", "scheduled");

        assertThat(Told.by(old.all())).isEqualTo("reset I768=landed");
        assertThat(old.find("I768")).isPresent();
        assertThat(board.head().complete()).isFalse();
    }

    @Test
    void headsOfOneRevisionHoldTheSameFlights() {
        long empty = board.head().revision();
        long shown = apply(0, "I768", "landing").revision();
        long changed = apply(1, "I768", "landed").revision();
        long repeated = apply(2, "A123", null).revision();
        long removed = apply(3, "I768", null).revision();

        assertThat(new long[] {empty, shown, changed, removed})
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(repeated).isEqualTo(changed);
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

    private static String told(Applied applied) {
        String before = applied.before() == null ? "null" : applied.before().state();
        return before + ">"
                + (applied.change().removed()
                        ? "null"
                        : applied.change().state().state());
    }

    private Head apply(long offset, String id, String state) {
        board.apply(0, offset, clock.millis(), id, state == null ? null : flight(id, state));
        board.publish(0);
        return board.head();
    }
}
