package dev.flightboard.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.breaker.Breach.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plants each kind of breach, and what only looks like one. Flight 0 is of airline A0. */
class CheckerTest {

    private static final View TERMINAL_1 = new View(null, "1");

    private final Ledger ledger = new Ledger(2);
    private final Tally tally = new Tally();
    private final Checker checker = checker(View.ALL);

    private Checker checker(View view) {
        return new Checker(ledger, view, 7, true, tally);
    }

    @Test
    void aCleanRunPasses() {
        write("1", 100);
        write("2", 200);
        connect(checker, 300);
        told(checker, 2, "2", 310);
        checker.live(1, 305, 320);
        write(null, 400);
        checker.removed(0, 410);
        write("1", 500);
        told(checker, 4, "1", 510);

        checker.quiet(600);

        assertThat(checker.breaches()).isEmpty();
        assertThat(checker.misses()).isNull();
    }

    @Test
    void aStateThatWasNeverToldIsLost() {
        write("1", 100);
        connect(checker, 300);
        checker.live(0, 50, 310);

        checker.quiet(600);

        assertThat(kinds(checker)).containsExactly(Kind.LOST);
    }

    @Test
    void anOldStateAfterQuietIsLost() {
        write("1", 100);
        connect(checker, 300);
        told(checker, 1, "1", 310);
        checker.live(1, 305, 320);
        write("2", 400);

        checker.quiet(600);

        assertThat(kinds(checker)).containsExactly(Kind.LOST);
    }

    @Test
    void aRemovalThatWasNotToldLeavesAGhost() {
        write("1", 100);
        connect(checker, 300);
        told(checker, 1, "1", 310);
        checker.live(1, 305, 320);
        write(null, 400);

        checker.quiet(600);

        assertThat(kinds(checker)).containsExactly(Kind.GHOST);
    }

    @Test
    void aFlightThatLeftTheViewAndWasNotToldIsAGhost() {
        Checker filtered = checker(TERMINAL_1);
        write("1", 100);
        connect(filtered, 300);
        told(filtered, 1, "1", 310);
        filtered.live(1, 305, 320);
        write("2", 400);

        filtered.quiet(600);

        assertThat(kinds(filtered)).containsExactly(Kind.GHOST);
    }

    @Test
    void aTopicMadeAnewLeavesNothing() {
        write("1", 100);
        connect(checker, 300);
        told(checker, 1, "1", 310);
        checker.live(1, 305, 320);
        ledger.madeAnew(400);

        checker.quiet(600);

        assertThat(kinds(checker)).containsExactly(Kind.GHOST);
    }

    @Test
    void whoIsAwayAfterQuietIsNotLive() {
        connect(checker, 300);
        checker.live(0, 305, 320);
        checker.disconnected();

        checker.quiet(600);

        assertThat(kinds(checker)).containsExactly(Kind.NOT_LIVE);
    }

    @Test
    void aStepBackOnOneConnectionIsCaught() {
        write("1", 100);
        write("2", 200);
        connect(checker, 300);
        told(checker, 2, "2", 310);

        told(checker, 1, "1", 320);

        assertThat(kinds(checker)).containsExactly(Kind.STEP_BACK);
    }

    @Test
    void aStateThatComesBackAfterItsRemovalIsAStepBack() {
        write("1", 100);
        write(null, 200);
        connect(checker, 300);
        told(checker, 1, "1", 310);
        checker.removed(0, 320);

        told(checker, 1, "1", 330);

        assertThat(kinds(checker)).containsExactly(Kind.STEP_BACK);
    }

    @Test
    void aStateToldTwiceOnOneConnectionIsCaught() {
        write("1", 100);
        connect(checker, 300);
        told(checker, 1, "1", 310);

        told(checker, 1, "1", 320);

        assertThat(kinds(checker)).containsExactly(Kind.REPEATED);
    }

    // P25
    @Test
    void aStateToldAgainAfterAReturnIsResentAndNoBreach() {
        write("1", 100);
        connect(checker, 300);
        told(checker, 1, "1", 310);
        checker.connected(320);

        told(checker, 1, "1", 330);

        assertThat(checker.breaches()).isEmpty();
        assertThat(tally.resent()).isEqualTo(1);
    }

    // P32
    @Test
    void aStepBackAfterAReturnWithACursorIsCaught() {
        write("1", 100);
        write("2", 200);
        connect(checker, 300);
        told(checker, 2, "2", 310);
        checker.cursor();
        checker.connected(320);

        told(checker, 1, "1", 330);

        assertThat(kinds(checker)).containsExactly(Kind.STEP_BACK_AFTER_RETURN);
    }

    // P33: a replica that lags for too long.
    @Test
    void anOlderBoardAfterAResetIsNoStepBack() {
        write("1", 100);
        write("2", 200);
        connect(checker, 300);
        told(checker, 2, "2", 310);
        checker.cursor();
        checker.connected(320);

        checker.reset(5_330);
        told(checker, 1, "1", 5_330);
        checker.stale(150, 5_330);

        assertThat(checker.breaches()).isEmpty();
        assertThat(tally.resent()).isEqualTo(1);
    }

    // P19: who is cut before the end of a write comes back with the cursor from before it.
    @Test
    void whatCameWithoutACursorBeforeACutBindsNobody() {
        write("1", 100);
        connect(checker, 300);
        told(checker, 1, "1", 310);
        checker.cursor();
        write("2", 320);
        write("1", 330);
        told(checker, 3, "1", 340);
        checker.connected(350);

        told(checker, 2, "2", 360);

        assertThat(checker.breaches()).isEmpty();
    }

    @Test
    void whatNobodyWroteIsInvented() {
        write("1", 100);
        connect(checker, 300);

        told(checker, 2, "1", 310);

        assertThat(kinds(checker)).containsExactly(Kind.INVENTED);
    }

    @Test
    void aStateWithOtherContentIsInvented() {
        write("1", 100);
        connect(checker, 300);

        told(checker, 1, "2", 310);

        assertThat(kinds(checker)).containsExactly(Kind.INVENTED);
    }

    @Test
    void aStateOfAnotherViewIsInvented() {
        Checker filtered = checker(TERMINAL_1);
        write("2", 100);
        connect(filtered, 300);

        told(filtered, 1, "2", 310);

        assertThat(kinds(filtered)).containsExactly(Kind.INVENTED);
    }

    @Test
    void whatKafkaRefusedIsInvented() {
        ledger.refused(ledger.next(0, "1"));
        connect(checker, 300);

        told(checker, 1, "1", 310);

        assertThat(kinds(checker)).containsExactly(Kind.INVENTED);
    }

    @Test
    void aRemovalThatNobodyWroteIsInvented() {
        write("1", 100);
        connect(checker, 300);
        told(checker, 1, "1", 310);

        checker.removed(0, 320);

        assertThat(kinds(checker)).containsExactly(Kind.INVENTED);
    }

    // P10
    @Test
    void theRemovalOfWhatIsNotThereMeansNothing() {
        connect(checker, 300);

        checker.removed(0, 310);

        assertThat(checker.breaches()).isEmpty();
    }

    @Test
    void aRecordOfUnknownFateMayBeThereOrNot() {
        write("1", 100);
        ledger.next(0, "2");
        Checker other = checker(View.ALL);
        for (Checker each : List.of(checker, other)) {
            connect(each, 300);
            told(each, 1, "1", 310);
            each.live(1, 305, 310);
        }

        told(other, 2, "2", 320);

        checker.quiet(600);
        other.quiet(600);
        assertThat(checker.breaches()).isEmpty();
        assertThat(other.breaches()).isEmpty();
    }

    // P12
    @Test
    void liveAsOfATimeWithoutAStateFromBeforeItIsALie() {
        write("1", 100);
        connect(checker, 5_000);

        checker.live(0, 5_000, 5_000);

        assertThat(kinds(checker)).containsExactly(Kind.LYING_LIVE);
    }

    // P14
    @Test
    void whoWasToldLiveAndIsNotToldStaleMustNotLagBehindTheBound() {
        connect(checker, 0);
        checker.live(0, 0, 0);
        write("1", 1_000);
        String other = View.airlineOf(1);

        for (int second = 1; second <= 15; second++) {
            Write write = ledger.next(1, "1");
            ledger.acknowledged(write, second * 1_000);
            checker.state(1, write.version(), other, "1", second * 1_000);
        }

        assertThat(kinds(checker)).isNotEmpty().containsOnly(Kind.LYING_LIVE);
    }

    @Test
    void whoWasToldStaleMayLag() {
        connect(checker, 0);
        checker.live(0, 0, 0);
        write("1", 1_000);
        checker.stale(900, 7_000);

        for (int second = 8; second <= 20; second++) {
            Write write = ledger.next(1, "1");
            ledger.acknowledged(write, second * 1_000);
            checker.state(1, write.version(), View.airlineOf(1), "1", second * 1_000);
        }

        assertThat(checker.breaches()).isEmpty();
        assertThat(tally.longestStaleMillis()).isEqualTo(6_100);
    }

    @Test
    void aReplicaThatWasFrozenHasAMomentToSayThatItIsStale() {
        connect(checker, 0);
        checker.live(0, 0, 0);
        write("1", 1_000);

        for (int second = 20; second <= 22; second++) {
            Write write = ledger.next(1, "1");
            ledger.acknowledged(write, second * 1_000);
            checker.state(1, write.version(), View.airlineOf(1), "1", second * 1_000);
        }

        assertThat(checker.breaches()).isEmpty();
    }

    // P15
    @Test
    void aHeartbeatThatIsOlderThanTheBoundIsNoSignOfLife() {
        connect(checker, 0);

        checker.live(0, 0, 20_000);

        assertThat(kinds(checker)).containsExactly(Kind.LYING_LIVE);
    }

    // P12
    @Test
    void theNumberOfFlightsIsExact() {
        connect(checker, 0);

        checker.live(1, 0, 10);

        assertThat(kinds(checker)).containsExactly(Kind.WRONG_COUNT);
    }

    // P19: told without a cursor, cut, and back at a replica that has not read as far.
    @Test
    void aFlightMoreThanTheCountIsNoneWhereTheReplicaCannotKnowIt() {
        connect(checker, 0);
        write("1", 100);
        told(checker, 1, "1", 110);
        checker.connected(120);

        checker.live(0, 50, 130);

        assertThat(checker.breaches()).isEmpty();
    }

    private void write(String terminal, long acknowledgedAt) {
        ledger.acknowledged(ledger.next(0, terminal), acknowledgedAt);
    }

    private static void connect(Checker checker, long at) {
        checker.connected(at);
        checker.reset(at);
        checker.cursor();
    }

    private static void told(Checker checker, int version, String terminal, long at) {
        checker.state(0, version, View.airlineOf(0), terminal, at);
    }

    private static List<Kind> kinds(Checker checker) {
        return checker.breaches().stream().map(Breach::kind).toList();
    }
}
