package dev.flightboard.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.breaker.Breach.Kind;
import org.junit.jupiter.api.Test;

/** Plants each breach of order, and what only looks like one. */
class CheckerTest extends PlantedBreaches {

    @Test
    void aCleanRunPasses() {
        write("1", 100);
        write("2", 200);
        connect(300);
        told(2, "2", 310);
        checker.live(1, 305, 320);
        write(null, 400);
        checker.removed(0, 410);
        write("1", 500);
        told(4, "1", 510);

        checker.quiet(600);

        assertThat(checker.breaches()).isEmpty();
        assertThat(checker.misses()).isNull();
    }

    @Test
    void aStepBackOnOneConnectionIsCaught() {
        write("1", 100);
        write("2", 200);
        connect(300);
        told(2, "2", 310);

        told(1, "1", 320);

        assertThat(kinds()).containsExactly(Kind.STEP_BACK);
    }

    @Test
    void aStateThatComesBackAfterItsRemovalIsAStepBack() {
        write("1", 100);
        write(null, 200);
        connect(300);
        told(1, "1", 310);
        checker.removed(0, 320);

        told(1, "1", 330);

        assertThat(kinds()).containsExactly(Kind.STEP_BACK);
    }

    @Test
    void aStateToldTwiceOnOneConnectionIsCaught() {
        write("1", 100);
        connect(300);
        told(1, "1", 310);

        told(1, "1", 320);

        assertThat(kinds()).containsExactly(Kind.REPEATED);
    }

    @Test
    void aStateToldAgainAfterAReturnIsResentAndNoBreach() {
        write("1", 100);
        connect(300);
        told(1, "1", 310);
        checker.connected(320);

        told(1, "1", 330);

        assertThat(checker.breaches()).isEmpty();
        assertThat(tally.resent()).isEqualTo(1);
    }

    @Test
    void aStepBackAfterAReturnWithACursorIsCaught() {
        write("1", 100);
        write("2", 200);
        connect(300);
        told(2, "2", 310);
        checker.cursor();
        checker.connected(320);

        told(1, "1", 330);

        assertThat(kinds()).containsExactly(Kind.STEP_BACK_AFTER_RETURN);
    }

    // P33: a replica that lags for too long.
    @Test
    void anOlderBoardAfterAResetIsNoStepBack() {
        write("1", 100);
        write("2", 200);
        connect(300);
        told(2, "2", 310);
        checker.cursor();
        checker.connected(320);

        checker.reset(5_330);
        told(1, "1", 5_330);
        checker.stale(150, 5_330);

        assertThat(checker.breaches()).isEmpty();
        assertThat(tally.resent()).isEqualTo(1);
    }

    // P19: who is cut before the end of a write comes back with the cursor from before it.
    @Test
    void whatCameWithoutACursorBeforeACutBindsNobody() {
        write("1", 100);
        connect(300);
        told(1, "1", 310);
        checker.cursor();
        write("2", 320);
        write("1", 330);
        told(3, "1", 340);
        checker.connected(350);

        told(2, "2", 360);

        assertThat(checker.breaches()).isEmpty();
    }

    // P19
    @Test
    void aRemovalFromBeforeWhatCameWithoutACursorMayBeTold() {
        write("1", 100);
        connect(300);
        told(1, "1", 310);
        checker.cursor();
        write(null, 320);
        write("2", 330);
        told(3, "2", 340);
        checker.connected(350);

        checker.removed(0, 360);
        told(3, "2", 370);

        assertThat(checker.breaches()).isEmpty();
    }

    // P19
    @Test
    void aRemovalFromBeforeTheCursorIsInvented() {
        write(null, 100);
        write("1", 200);
        connect(300);
        told(2, "1", 310);
        checker.cursor();
        checker.connected(350);

        checker.removed(0, 360);

        assertThat(kinds()).containsExactly(Kind.INVENTED);
    }

    @Test
    void whatNobodyWroteIsInvented() {
        write("1", 100);
        connect(300);

        told(2, "1", 310);

        assertThat(kinds()).containsExactly(Kind.INVENTED);
    }

    @Test
    void aStateWithOtherContentIsInvented() {
        write("1", 100);
        connect(300);

        told(1, "2", 310);

        assertThat(kinds()).containsExactly(Kind.INVENTED);
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
        connect(300);

        told(1, "1", 310);

        assertThat(kinds()).containsExactly(Kind.INVENTED);
    }

    @Test
    void aRemovalThatNobodyWroteIsInvented() {
        write("1", 100);
        connect(300);
        told(1, "1", 310);

        checker.removed(0, 320);

        assertThat(kinds()).containsExactly(Kind.INVENTED);
    }

    @Test
    void theRemovalOfWhatIsNotThereMeansNothing() {
        connect(300);

        checker.removed(0, 310);

        assertThat(checker.breaches()).isEmpty();
    }
}
