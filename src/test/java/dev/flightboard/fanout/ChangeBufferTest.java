package dev.flightboard.fanout;

import static dev.flightboard.support.Flights.flight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.board.Board;
import dev.flightboard.support.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeBufferTest {

    private final ManualClock clock = new ManualClock("2026-01-31T10:00:00Z");
    private final Board board = new Board(Duration.ofHours(1), Duration.ofHours(48), clock.instant(), 0);
    private final ChangeBuffer pending = new ChangeBuffer(board.head());

    @BeforeEach
    void watchACompleteBoard() {
        board.live(clock.instant(), 0);
        board.watch(pending::published);
    }

    @Test
    void changesOfSeveralPublicationsAreTakenAtOnceInOrder() throws InterruptedException {
        publish(2);
        publish(1);

        boolean open = pending.await(30_000);
        ChangeBuffer.Taken taken = pending.take();

        assertThat(open).isTrue();
        assertThat(taken.head()).isSameAs(board.head());
        assertThat(taken.changes()).extracting(each -> each.change().id()).containsExactly("F0", "F1", "F0");
    }

    @Test
    void whatWasTakenIsNotTakenAgain() {
        publish(1);
        pending.take();

        ChangeBuffer.Taken taken = pending.take();

        assertThat(taken.changes()).isEmpty();
        assertThat(taken.head()).isSameAs(board.head());
    }

    @Test
    void moreChangesThanItKeepsCostNoMemory() {
        publish(9_999);
        publish(2);
        publish(1);

        ChangeBuffer.Taken taken = pending.take();

        assertThat(taken.overflowed()).isTrue();
        assertThat(taken.changes()).hasSizeLessThanOrEqualTo(10_000);
        assertThat(pending.take().overflowed()).isFalse();
    }

    @Test
    void closingEndsTheWait() throws InterruptedException {
        pending.close();

        boolean open = pending.await(30_000);

        assertThat(open).isFalse();
    }

    private void publish(int changes) {
        for (int i = 0; i < changes; i++) {
            board.apply(
                    0, board.head().position().nextOffset(0) + i, clock.millis(), "F" + i, flight("F" + i, "landing"));
        }
        board.publish(0);
    }
}
