package dev.flightboard.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.breaker.Breach.Kind;
import org.junit.jupiter.api.Test;

/** Plants lies about being up to date, and what only looks like one. */
class CheckerOfLiveTest extends PlantedBreaches {

    @Test
    void liveAsOfATimeWithoutAStateFromBeforeItIsALie() {
        write("1", 100);
        connect(5_000);

        checker.live(0, 5_000, 5_000);

        assertThat(kinds()).containsExactly(Kind.LYING_LIVE);
    }

    @Test
    void whoWasToldLiveAndIsNotToldStaleMustNotLagBehindTheBound() {
        connect(0);
        checker.live(0, 0, 0);
        write("1", 1_000);

        toldOfAnother(1, 15);

        assertThat(kinds()).isNotEmpty().containsOnly(Kind.LYING_LIVE);
    }

    @Test
    void whoWasToldStaleMayLag() {
        connect(0);
        checker.live(0, 0, 0);
        write("1", 1_000);
        checker.stale(900, 7_000);

        toldOfAnother(8, 20);

        assertThat(checker.breaches()).isEmpty();
        assertThat(tally.longestStaleMillis()).isEqualTo(6_100);
    }

    @Test
    void aReplicaThatWasFrozenHasAMomentToSayThatItIsStale() {
        connect(0);
        checker.live(0, 0, 0);
        write("1", 1_000);

        toldOfAnother(20, 22);

        assertThat(checker.breaches()).isEmpty();
    }

    @Test
    void aHeartbeatThatIsOlderThanTheBoundIsNoSignOfLife() {
        connect(0);

        checker.live(0, 0, 20_000);

        assertThat(kinds()).containsExactly(Kind.LYING_LIVE);
    }

    @Test
    void whatAWrongClockSaysIsNoClaim() {
        write("1", 100);
        connect(5_000);
        ledger.clockIsWrong();

        checker.live(0, 3_600_000, 5_000);
        checker.live(0, 0, 20_000);
        checker.stale(3_600_000, 21_000);

        assertThat(checker.breaches()).isEmpty();
        assertThat(tally.longestStaleMillis()).isZero();
    }

    @Test
    void aClockThatIsRightAgainIsTakenAtItsWord() {
        connect(0);
        ledger.clockIsWrong();
        ledger.clockIsRight(10_000);
        ledger.allIsRead(9_000);
        checker.live(0, 0, 15_000);
        assertThat(kinds()).as("while the board may wait for its clock").isEmpty();
        ledger.allIsRead(16_000);

        checker.live(0, 0, 20_000);

        assertThat(kinds()).containsExactly(Kind.LYING_LIVE);
    }

    @Test
    void whoWasToldLiveMustNotLagWhateverTheClockSays() {
        connect(0);
        ledger.clockIsWrong();
        checker.live(0, 0, 0);
        write("1", 1_000);

        toldOfAnother(1, 15);

        assertThat(kinds()).isNotEmpty().containsOnly(Kind.LYING_LIVE);
    }

    @Test
    void theNumberOfFlightsIsExact() {
        connect(0);

        checker.live(1, 0, 10);

        assertThat(kinds()).containsExactly(Kind.WRONG_COUNT);
    }

    // P19: told without a cursor, cut, and back at a replica that has not read as far.
    @Test
    void aFlightMoreThanTheCountIsNoneWhereTheReplicaCannotKnowIt() {
        connect(0);
        write("1", 100);
        told(1, "1", 110);
        checker.connected(120);

        checker.live(0, 50, 130);

        assertThat(checker.breaches()).isEmpty();
    }
}
