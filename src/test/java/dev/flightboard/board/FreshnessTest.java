package dev.flightboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.ManualClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final ManualClock clock = new ManualClock("2026-01-31T10:00:00Z");
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final Board board = new Board(Duration.ofHours(1), Duration.ofHours(48), clock.instant(), nanos.get());
    private final Freshness freshness = new Freshness(PATIENCE, nanos::get);

    @BeforeEach
    void catchUp() {
        board.restart(7, clock.instant(), nanos.get());
        board.live(clock.instant(), nanos.get());
        board.publish(nanos.get());
    }

    @Test
    void aBoardIsLiveForAsLongAsItsAgeIsBorne() {
        pass(PATIENCE);

        assertThat(freshness.staleSince(board.head())).isEmpty();
    }

    @Test
    void anOlderBoardIsStaleSinceItWasLive() {
        pass(PATIENCE.plusNanos(1));

        assertThat(freshness.staleSince(board.head())).hasToString("Optional[2026-01-31T10:00:00Z]");
    }

    @Test
    void changesAloneDoNotMakeABoardFresh() {
        pass(PATIENCE.plusNanos(1));
        board.advance(0, 5);

        board.publish(nanos.get());

        assertThat(freshness.staleSince(board.head())).isPresent();
    }

    @Test
    void ageCountsFromWhenKafkaWasAsked() {
        pass(Duration.ofSeconds(10));

        board.live(
                clock.instant().minusSeconds(4),
                nanos.get() - Duration.ofSeconds(4).toNanos());
        board.publish(nanos.get());

        assertThat(freshness.age(board.head())).isEqualTo(Duration.ofSeconds(4));
        assertThat(freshness.left(board.head())).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aClockThatIsSetChangesNoAge() {
        pass(Duration.ofSeconds(1));

        clock.pass(Duration.ofDays(-1));

        assertThat(freshness.age(board.head())).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aTopicThatWasNeverReadToItsEndIsStale() {
        board.restart(8, clock.instant(), nanos.get());

        assertThat(freshness.staleSince(board.head())).isPresent();
        assertThat(freshness.left(board.head())).isZero();
    }

    private void pass(Duration time) {
        clock.pass(time);
        nanos.addAndGet(time.toNanos());
    }
}
