package dev.flightboard.board;

import static dev.flightboard.support.Flights.flight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a browser is told that comes to this replica with a cursor from another. */
class BoardCursorTest {

    private static final long TOPIC = 7;

    private final ManualClock clock = new ManualClock("2026-01-31T10:00:00Z");
    private final Board board = new Board(Duration.ofHours(1), Duration.ofHours(48), clock.instant(), 0);

    @BeforeEach
    void aBoardOfTwoPartitions() {
        board.restart(TOPIC, clock.instant(), 0);
        apply(0, 0, "I768", "scheduled");
        apply(1, 0, "A123", "scheduled");
        apply(0, 1, "D654", "scheduled");
        board.live(clock.instant(), 0);
        board.publish(0);
    }

    @Test
    void aCursorAtTheEndIsToldNothing() {
        assertThat(told(2, 1)).isEmpty();
    }

    // P25
    @Test
    void aCursorIsToldWhatChangedInAnyPartition() {
        apply(1, 1, "A123", "landing");
        apply(0, 2, "I768", "landing");
        apply(0, 3, "I768", "landed");

        assertThat(told(2, 1)).isEqualTo("A123=landing I768=landed");
        assertThat(told(2, 2)).isEqualTo("I768=landed");
        assertThat(told(4, 1)).isEqualTo("A123=landing");
    }

    // P30
    @Test
    void aCursorThatSawWhatWasLostWithALeaderIsShownTheWholeBoard() {
        board.leader(0, 0, 1);
        board.publish(0);
        Cursor cursor = board.head().cursor(0);
        // Read anew by a replica that finds another record where the last one was.
        board.restart(TOPIC, clock.instant(), 0);
        board.leader(0, 0, 1);
        apply(0, 0, "I768", "scheduled");
        apply(1, 0, "A123", "scheduled");
        board.leader(0, 1, 2);
        apply(0, 1, "U213", "scheduled");
        board.live(clock.instant(), 0);
        board.publish(0);

        Changes told = board.head().since(cursor, clock.instant()).orElseThrow();

        assertThat(told.reset()).isTrue();
    }

    @Test
    void aChangeOfLeadersThatLosesNothingCostsNoReset() {
        board.leader(0, 0, 1);
        board.publish(0);
        Cursor cursor = board.head().cursor(0);
        board.leader(0, 2, 2);
        apply(0, 2, "I768", "landing");

        Changes told = board.head().since(cursor, clock.instant()).orElseThrow();

        assertThat(told.reset()).isFalse();
    }

    @Test
    void aCursorIsToldOfRemovals() {
        apply(0, 2, "I768", null);

        assertThat(told(2, 1)).isEqualTo("-I768");
    }

    // P26
    @Test
    void aCursorIsToldOfAFlightThatCameAndWentMeanwhileAsRemoved() {
        apply(0, 2, "U213", "scheduled");
        apply(0, 3, "U213", null);

        assertThat(told(2, 1)).isEqualTo("-U213");
    }

    // P30
    @Test
    void aCursorOfAnotherTopicGetsTheWholeBoard() {
        Cursor cursor = new Cursor(8, clock.instant().minusSeconds(1), 0, -1, new long[] {2, 1});

        assertThat(told(cursor)).isEqualTo("reset A123=scheduled D654=scheduled I768=scheduled");
    }

    // P28
    @Test
    void aCursorOlderThanTheMemoryOfRemovalsGetsTheWholeBoard() {
        Instant issued = clock.instant();

        pass(Duration.ofHours(1));
        assertThat(told(issued, 2, 1)).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(told(issued, 2, 1)).startsWith("reset");
    }

    // P30
    @Test
    void aCursorOfATopicThatThisReplicaMayNotHaveHeardOfWaits() {
        Cursor newer = new Cursor(8, clock.instant().plusSeconds(2), 0, -1, new long[] {2, 1});
        clock.pass(Duration.ofSeconds(3));

        assertThat(board.head().since(newer, clock.instant())).isEmpty();
        live();
        assertThat(told(newer)).startsWith("reset");
    }

    @Test
    void aCursorFromAReplicaThatHasSeenAFlightComeOfAgeWaitsUntilThisOneHas() {
        pass(Duration.ofHours(48).minusSeconds(2));
        Cursor later = new Cursor(TOPIC, clock.instant().plusSeconds(2), 0, -1, new long[] {2, 1});

        assertThat(board.head().since(later, clock.instant())).isEmpty();
        pass(Duration.ofSeconds(2));
        assertThat(told(later)).isEqualTo("-A123 -D654 -I768");
    }

    // P31
    @Test
    void aCursorFromTheFutureGetsTheWholeBoard() {
        assertThat(told(clock.instant().plusSeconds(30), 2, 1)).isEmpty();
        assertThat(told(clock.instant().plusSeconds(31), 2, 1)).startsWith("reset");
    }

    // P32
    @Test
    void aCursorAheadInOnePartitionWaitsUntilThisReplicaHasReadAsFar() {
        Cursor ahead = new Cursor(TOPIC, clock.instant(), 0, -1, new long[] {0, 2});

        assertThat(board.head().since(ahead, clock.instant())).isEmpty();
        apply(1, 1, "A123", "landing");
        assertThat(told(ahead)).isEqualTo("D654=scheduled I768=scheduled");
    }

    @Test
    void aCursorThatKnowsOfAPartitionThatThisReplicaHasNotSeenWaits() {
        Cursor ahead = new Cursor(TOPIC, clock.instant(), 0, -1, new long[] {2, 1, 1});

        assertThat(board.head().since(ahead, clock.instant())).isEmpty();
    }

    // P27
    @Test
    void aCursorThatNamesNoNewPartitionIsToldAllOfIt() {
        apply(2, 0, "G119", "scheduled");

        assertThat(told(2, 1)).isEqualTo("G119=scheduled");
    }

    @Test
    void holesLeftByCompactionHoldNobodyUp() {
        Cursor beyondHole = new Cursor(TOPIC, clock.instant(), 0, -1, new long[] {2, 500});

        assertThat(board.head().since(beyondHole, clock.instant())).isEmpty();
        board.advance(1, 500);
        board.publish(0);
        assertThat(told(beyondHole)).isEmpty();
    }

    @Test
    void whoLagsBehindCompactionAnswersOnlyWhatItKeptUpWith() {
        // U213 was shown at offset 2 by another replica. This one comes after long, when compaction has dropped that.
        Cursor shown = new Cursor(TOPIC, clock.instant(), 0, -1, new long[] {3, 1});
        Cursor before = board.head().cursor(0);
        board.apply(0, 3, clock.millis(), "D654", flight("D654", "landing"));
        board.publish(Board.COMPACTION_LAG.toNanos());

        assertThat(board.head().since(shown, clock.instant())).isEmpty();
        assertThat(told(before)).isEqualTo("D654=landing");

        board.apply(0, 4, clock.millis(), "U213", null);
        board.live(clock.instant(), Board.COMPACTION_LAG.toNanos());
        board.publish(Board.COMPACTION_LAG.toNanos());
        assertThat(told(shown)).isEqualTo("-U213 D654=landing");
    }

    @Test
    void theHeadsOwnCursorIsToldNothing() {
        Cursor cursor = Cursor.parse(board.head().cursor(0).toString()).orElseThrow();

        assertThat(told(cursor)).isEmpty();
    }

    private void live() {
        board.live(clock.instant(), 0);
        board.publish(0);
    }

    private void pass(Duration time) {
        for (Duration left = time; left.compareTo(Duration.ZERO) > 0; left = left.minusMinutes(1)) {
            clock.pass(left.compareTo(Duration.ofMinutes(1)) > 0 ? Duration.ofMinutes(1) : left);
            live();
        }
    }

    private void apply(int partition, long offset, String id, String state) {
        board.apply(partition, offset, clock.millis(), id, state == null ? null : flight(id, state));
        board.publish(0);
    }

    private String told(long... offsets) {
        return told(clock.instant(), offsets);
    }

    private String told(Instant asOf, long... offsets) {
        return told(new Cursor(TOPIC, asOf, 0, -1, offsets));
    }

    private String told(Cursor cursor) {
        Optional<Changes> changes = board.head().since(cursor, clock.instant());
        return Told.by(changes.orElseThrow());
    }
}
