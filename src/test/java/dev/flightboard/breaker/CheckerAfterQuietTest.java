package dev.flightboard.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.breaker.Breach.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plants what is wrong when nothing changes any more, and what only looks like it. */
class CheckerAfterQuietTest extends PlantedBreaches {

    @Test
    void aStateThatWasNeverToldIsLost() {
        write("1", 100);
        connect(300);
        checker.live(0, 50, 310);

        checker.quiet(600);

        assertThat(kinds()).containsExactly(Kind.LOST);
    }

    @Test
    void anOldStateAfterQuietIsLost() {
        write("1", 100);
        connect(300);
        told(1, "1", 310);
        checker.live(1, 305, 320);
        write("2", 400);

        checker.quiet(600);

        assertThat(kinds()).containsExactly(Kind.LOST);
    }

    @Test
    void aRemovalThatWasNotToldLeavesAGhost() {
        write("1", 100);
        connect(300);
        told(1, "1", 310);
        checker.live(1, 305, 320);
        write(null, 400);

        checker.quiet(600);

        assertThat(kinds()).containsExactly(Kind.GHOST);
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
        connect(300);
        told(1, "1", 310);
        checker.live(1, 305, 320);
        ledger.madeAnew(400);

        checker.quiet(600);

        assertThat(kinds()).containsExactly(Kind.GHOST);
    }

    @Test
    void whoIsAwayAfterQuietIsNotLive() {
        connect(300);
        checker.live(0, 305, 320);
        checker.disconnected();

        checker.quiet(600);

        assertThat(kinds()).containsExactly(Kind.NOT_LIVE);
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
}
