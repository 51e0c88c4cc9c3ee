package dev.flightboard.fanout;

import static dev.flightboard.support.Flights.flight;
import static dev.flightboard.support.Schedules.check;
import static dev.flightboard.support.Schedules.together;

import dev.flightboard.board.Board;
import dev.flightboard.board.Board.Applied;
import dev.flightboard.board.Head;
import dev.flightboard.flight.FlightState;
import dev.flightboard.support.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The feed writes the board, while the hub and others read it. */
@Tag("schedules")
class BoardSchedulesTest {

    // So many find each fault that was planted; more take as much longer.
    private static final int SCHEDULES = 30;

    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final FlightState[] FLIGHTS = {flight("I768", "landed"), flight("A123", "landed")};

    @Test
    void whoeverReadsTheBoardWhileItIsWrittenSeesOneMomentAndNeverAnEarlierOne() {
        Schedules.each(SCHEDULES, () -> {
            Board board = board();
            land(board, 0);

            together(() -> land(board, 1), () -> {
                Head first = board.head();
                check(isOfOneMoment(first), "all of it is of one moment");
                Head second = board.head();
                check(isOfOneMoment(second), "all of it is of one moment");
                check(second.revision() >= first.revision(), "it goes on");
                check(isOfOneMoment(first), "it does not change");
            });
        });
    }

    @Test
    void theHubTakesEachChangeOnceInOrderWithTheHeadThatItLedTo() {
        Schedules.each(SCHEDULES, () -> {
            Board board = board();
            ChangeBuffer changes = new ChangeBuffer(board.head());
            board.watch(changes::published);
            List<String> taken = new ArrayList<>();

            together(
                    () -> {
                        land(board, 0);
                        land(board, 1);
                    },
                    () -> take(changes, taken));
            take(changes, taken);

            check(taken.size() == 2, "each is taken once");
            for (int i = 0; i < 2; i++) check(taken.get(i).equals(FLIGHTS[i].id()), "in order");
        });
    }

    /** Each record of the test is of another flight, so the flights, the changes and the offset are the same number. */
    private static boolean isOfOneMoment(Head head) {
        return head.flights() == head.revision()
                && head.all().all().size() == head.revision()
                && head.position().nextOffset(0) == head.revision();
    }

    private static void take(ChangeBuffer changes, List<String> ids) {
        ChangeBuffer.Taken taken = changes.take();
        for (Applied each : taken.changes()) ids.add(each.change().id());
        check(taken.head().revision() == ids.size(), "the head is that of the last change");
    }

    private static Board board() {
        Board board = new Board(Duration.ofHours(1), Duration.ofHours(48), NOW, 0);
        board.live(NOW, 0);
        board.publish(0);
        return board;
    }

    private static void land(Board board, int offset) {
        FlightState flight = FLIGHTS[offset];
        board.apply(0, offset, NOW.toEpochMilli(), flight.id(), flight);
        board.publish(0);
    }
}
