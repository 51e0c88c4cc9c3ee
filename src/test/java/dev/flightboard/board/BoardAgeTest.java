package dev.flightboard.board;

import static dev.flightboard.support.Flights.flight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.flight.Direction;
import dev.flightboard.flight.FlightState;
import dev.flightboard.support.ManualClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What time alone does to a board: flights past their age leave it, removals past their memory are forgotten. */
class BoardAgeTest {

    private final ManualClock clock = new ManualClock("2026-01-31T10:00:00Z");
    private final Board board = new Board(Duration.ofHours(1), Duration.ofHours(48), clock.instant(), 0);

    @BeforeEach
    void aBoardOfOneFlight() {
        board.restart(7, clock.instant(), 0);
        board.apply(0, 0, clock.millis(), "I768", flight("I768", "landed"));
        live();
    }

    @Test
    void aFlightOlderThanTheMaximumAgeLeavesTheBoard() {
        pass(Duration.ofHours(47).plusMinutes(59));
        Position sent = board.head().position();

        pass(Duration.ofMinutes(1));

        assertThat(Told.by(board.head().since(sent))).isEqualTo("-I768");
        assertThat(board.head().flights()).isZero();
    }

    @Test
    void aFlightStaysUntilItsMaximumAge() {
        pass(Duration.ofHours(48).minusMillis(1));

        assertThat(board.head().flights()).isOne();
    }

    // P44
    @Test
    void everyCursorFromBeforeIsToldThatAFlightCameOfAge() {
        pass(Duration.ofHours(47).plusMinutes(30));
        Cursor before = board.head().cursor(0);

        pass(Duration.ofMinutes(30));

        assertThat(Told.by(board.head().since(before, clock.instant()).orElseThrow()))
                .isEqualTo("-I768");
    }

    @Test
    void aCursorFromLongAfterwardsIsNotToldAgain() {
        pass(Duration.ofHours(48));
        clock.pass(Duration.ofMinutes(1));
        live();
        Cursor after = board.head().cursor(0);

        board.publish(0);

        assertThat(Told.by(board.head().since(after, clock.instant()).orElseThrow()))
                .isEmpty();
    }

    @Test
    void aReplicaThatStartsAfterwardsTellsItToo() {
        pass(Duration.ofHours(47).plusMinutes(30));
        Cursor before = board.head().cursor(0);
        Instant written = Instant.parse("2026-01-31T10:00:00Z");
        clock.pass(Duration.ofMinutes(31));

        Board started = new Board(Duration.ofHours(1), Duration.ofHours(48), clock.instant(), 0);
        started.restart(7, clock.instant(), 0);
        started.apply(0, 0, written.toEpochMilli(), "I768", flight("I768", "landed"));
        started.live(clock.instant(), 0);
        started.publish(0);

        assertThat(started.head().flights()).isZero();
        assertThat(Told.by(started.head().since(before, clock.instant()).orElseThrow()))
                .isEqualTo("-I768");
    }

    @Test
    void aRecordThatArrivesOverageRemovesWhatItReplaces() {
        Position sent = board.head().position();
        Cursor before = board.head().cursor(0);

        board.apply(0, 1, clock.millis() - Duration.ofDays(9).toMillis(), "I768", flight("I768", "closed"));
        board.publish(0);

        assertThat(Told.by(board.head().since(sent))).isEqualTo("-I768");
        assertThat(Told.by(board.head().since(before, clock.instant()).orElseThrow()))
                .isEqualTo("-I768");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1_769_853_600, Long.MIN_VALUE})
    void aRecordWithoutAPlausibleTimeNeitherHidesNorRemovesItsFlight(long timestamp) {
        board.apply(0, 1, timestamp, "I768", flight("I768", "closed"));
        board.apply(0, 2, timestamp, "A123", flight("A123", "landing"));
        board.publish(0);

        assertThat(Told.by(board.head().all())).isEqualTo("reset A123=landing I768=closed");
    }

    @Test
    void aFlightPublishedLongBeforeItIsDueStaysUntilItsOwnTimeIsThatOld() {
        Instant due = clock.instant().plus(Duration.ofDays(14));
        board.apply(0, 1, clock.millis(), "A123", scheduled("A123", due));

        pass(Duration.ofDays(16).minusMillis(1));

        assertThat(Told.by(board.head().all())).isEqualTo("reset A123=scheduled");
        pass(Duration.ofMillis(1));
        assertThat(Told.by(board.head().all())).isEqualTo("reset");
    }

    @Test
    void aRecordStampedMoreThanADayAheadIsAsOldAsItsFlight() {
        long ahead = clock.millis() + Duration.ofDays(9).toMillis();
        board.apply(0, 1, ahead, "A123", scheduled("A123", clock.instant()));

        pass(Duration.ofHours(48));

        assertThat(Told.by(board.head().all())).isEqualTo("reset");
    }

    @Test
    void aRemovalIsForgottenAfterItsMemoryAndWhoNeedsItGetsTheWholeBoard() {
        Position sent = board.head().position();
        board.apply(0, 1, clock.millis(), "I768", null);
        live();
        Position told = board.head().position();

        pass(Duration.ofHours(1));

        assertThat(Told.by(board.head().since(told))).isEmpty();
        pass(Duration.ofMillis(1));
        assertThat(Told.by(board.head().since(sent))).isEqualTo("reset");
    }

    @Test
    void aForgottenRemovalTakesNoMemory() {
        board.apply(0, 1, clock.millis(), "I768", null);
        live();

        pass(Duration.ofHours(49).plusMinutes(2));

        assertThat(board.head().knows("I768")).isFalse();
    }

    // P29
    @Test
    void anOutageAgesNeitherACursorNorTheMemoryOfARemoval() {
        Cursor before = board.head().cursor(0);
        board.apply(0, 1, clock.millis(), "I768", null);
        live();

        clock.pass(Duration.ofHours(5));
        live();

        assertThat(Told.by(board.head().since(before, clock.instant()).orElseThrow()))
                .isEqualTo("-I768");
    }

    @Test
    void aClockThatIsSetBackBringsBackWhatHadNotYetComeOfAge() {
        pass(Duration.ofHours(48));
        Position sent = board.head().position();

        clock.pass(Duration.ofHours(-1));
        live();

        assertThat(Told.by(board.head().all())).isEqualTo("reset I768=landed");
        assertThat(Told.by(board.head().since(sent))).isEqualTo("reset I768=landed");
    }

    @Test
    void aClockThatIsSetBackByAStepIsWaitedFor() {
        pass(Duration.ofHours(48));
        Instant before = board.head().asOf();

        clock.pass(Duration.ofSeconds(-30));
        live();

        assertThat(board.head().asOf()).isEqualTo(before);
        assertThat(board.head().flights()).isZero();
    }

    @Test
    void aDepartureAgesByItsOwnTimesAsAnArrivalDoes() {
        Instant due = clock.instant().plus(Duration.ofHours(1));
        FlightState arrival = scheduled("A1", due);
        board.apply(0, 2, clock.millis(), "A1", arrival);
        board.apply(
                0,
                3,
                clock.millis(),
                "D1",
                scheduled("D1", due).with().direction(Direction.DEPARTURE).build());
        live();

        pass(Duration.ofHours(49).minusMinutes(1));
        int before = board.head().flights();
        pass(Duration.ofMinutes(1));

        assertThat(before).isEqualTo(2);
        assertThat(board.head().flights()).isZero();
    }

    private static FlightState scheduled(String id, Instant due) {
        return FlightState.of(id).flight(id).state("scheduled").scheduled(due).build();
    }

    /** In steps, as while Kafka is asked all along. */
    private void pass(Duration time) {
        for (Duration left = time; left.compareTo(Duration.ZERO) > 0; left = left.minusMinutes(1)) {
            clock.pass(left.compareTo(Duration.ofMinutes(1)) > 0 ? Duration.ofMinutes(1) : left);
            live();
        }
    }

    private void live() {
        board.live(clock.instant(), 0);
        board.publish(0);
    }
}
