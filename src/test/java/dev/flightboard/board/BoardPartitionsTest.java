package dev.flightboard.board;

import static dev.flightboard.support.Flights.flight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys whose partition has changed, because partitions were added: their records may be read in any order. */
class BoardPartitionsTest {

    private final ManualClock clock = new ManualClock("2026-01-31T10:00:00Z");
    private final Board board = new Board(Duration.ofHours(1), Duration.ofHours(48), clock.instant(), 0);

    // P45
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
        Board other = new Board(Duration.ofHours(1), Duration.ofHours(48), clock.instant(), 0);
        apply(0, 5, 100, "landing");
        apply(3, 0, 100, "landed");

        apply(other, 3, 0, 100, "landed");
        apply(other, 0, 5, 100, "landing");

        assertThat(Told.by(other.head().all())).isEqualTo(onBoard());
    }

    @Test
    void everyCursorFromBeforeTheFirstOfTwoRemovalsIsTold() {
        apply(0, 5, 100, "landing");
        Position sent = board.head().position();
        apply(0, 6, 200, null);
        apply(3, 0, 300, null);

        Changes sinceRevision = board.head().since(sent);
        Changes sinceCursor = board.head()
                .since(new Cursor(0, clock.instant(), 0, -1, new long[] {6}), clock.instant())
                .orElseThrow();

        assertThat(Told.by(sinceRevision)).isEqualTo("-I768");
        assertThat(Told.by(sinceCursor)).isEqualTo("-I768");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRecordStampedADayAheadCountsForNothingUntilItsTimeIsPlausible(boolean oldPartitionFirst) {
        long ahead = Duration.ofDays(2).toMillis();
        if (oldPartitionFirst) apply(0, 5, (int) ahead, "landing");
        apply(3, 0, 100, "landed");
        if (!oldPartitionFirst) apply(0, 5, (int) ahead, "landing");

        assertThat(onBoard()).isEqualTo("reset I768=landed");
        clock.pass(Duration.ofDays(1));
        board.live(clock.instant(), 0);
        board.publish(0);
        assertThat(onBoard()).isEqualTo("reset I768=landing");
    }

    @Test
    void aRemovalIsKeptForAsLongAsAnotherPartitionHoldsAStateThatItHides() {
        apply(0, 5, 100, "landing");
        apply(3, 0, 200, null);

        for (int minute = 0; minute < 47 * 60; minute++) {
            clock.pass(Duration.ofMinutes(1));
            board.live(clock.instant(), 0);
        }
        board.publish(0);

        assertThat(onBoard()).isEqualTo("reset");
        assertThat(board.head().knows("I768")).isTrue();
    }

    @Test
    void aRecordThatGoesBackInTimeBringsBackWhatAnotherPartitionHolds() {
        apply(0, 5, 200, "landing");
        apply(3, 0, 300, "landed");
        Position sent = board.head().position();

        apply(3, 1, 100, "closed");

        assertThat(onBoard()).isEqualTo("reset I768=landing");
        assertThat(Told.by(board.head().since(sent))).isEqualTo("I768=landing");
    }

    private String onBoard() {
        return Told.by(board.head().all());
    }

    private void apply(int partition, long offset, int millis, String state) {
        apply(board, partition, offset, millis, state);
    }

    private void apply(Board to, int partition, long offset, int millis, String state) {
        long recent = clock.millis() - 1000;
        to.apply(partition, offset, recent + millis, "I768", state == null ? null : flight("I768", state));
        to.live(clock.instant(), 0);
        to.publish(0);
    }
}
