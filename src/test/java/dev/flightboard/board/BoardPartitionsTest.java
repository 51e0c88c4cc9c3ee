package dev.flightboard.board;

import static dev.flightboard.support.Flights.flight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Keys whose partition has changed, because partitions were added: their records may be read in any order. */
class BoardPartitionsTest {

    private final ManualClock clock = new ManualClock("2026-01-31T10:00:00Z");
    private final Board board = new Board(clock, Duration.ofHours(1), Duration.ofHours(48));

    @Test
    void theNewerRecordCountsWhicheverPartitionIsReadFirst() {
        apply(3, 0, 200, "landed");

        apply(0, 5, 100, "landing");

        assertThat(onBoard()).isEqualTo("reset I768=landed");
    }

    @Test
    void aRemovalInTheNewPartitionOutlivesTheStateInTheOld() {
        apply(3, 0, 200, null);

        apply(0, 5, 100, "landing");

        assertThat(onBoard()).isEqualTo("reset");
    }

    @Test
    void aSecondRemovalOutlivesAStateFromBetweenTheTwo() {
        apply(0, 5, 100, null);
        apply(3, 0, 300, null);

        apply(0, 6, 200, "landing");

        assertThat(onBoard()).isEqualTo("reset");
    }

    @Test
    void withinOnePartitionTheOrderOfTheTopicCountsWhateverTheClocksSay() {
        apply(0, 5, 200, "landing");

        apply(0, 6, 100, "landed");

        assertThat(onBoard()).isEqualTo("reset I768=landed");
    }

    @Test
    void recordsOfTheSameMillisecondGiveEveryReplicaTheSameBoard() {
        Board other = new Board(clock, Duration.ofHours(1), Duration.ofHours(48));
        apply(0, 5, 100, "landing");
        apply(3, 0, 100, "landed");

        apply(other, 3, 0, 100, "landed");
        apply(other, 0, 5, 100, "landing");

        assertThat(Told.by(Board.all(other.head()))).isEqualTo(onBoard());
    }

    @Test
    void everyCursorFromBeforeTheFirstOfTwoRemovalsIsTold() {
        apply(0, 5, 100, "landing");
        long sent = board.head().revision();
        apply(0, 6, 200, null);
        apply(3, 0, 300, null);

        Changes sinceRevision = board.since(sent, board.head());
        Changes sinceCursor = board.since(new Cursor(0, clock.instant(), 0, new long[] {6}), board.head())
                .orElseThrow();

        assertThat(Told.by(sinceRevision)).isEqualTo("-I768");
        assertThat(Told.by(sinceCursor)).isEqualTo("-I768");
    }

    private String onBoard() {
        return Told.by(Board.all(board.head()));
    }

    private void apply(int partition, long offset, int millis, String state) {
        apply(board, partition, offset, millis, state);
    }

    private void apply(Board to, int partition, long offset, int millis, String state) {
        long recent = clock.millis() - 1000;
        to.apply(partition, offset, recent + millis, "I768", state == null ? null : flight("I768", state));
        to.live(clock.instant());
        to.publish();
    }
}
