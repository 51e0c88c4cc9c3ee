package dev.flightboard.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.flightboard.board.Board;
import dev.flightboard.board.Freshness;
import dev.flightboard.fanout.SimulatedHub;
import dev.flightboard.fanout.View;
import dev.flightboard.flight.FlightState;
import dev.flightboard.http.SimulatedSocket;
import dev.flightboard.simulator.SimulatedDays;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many bytes a day is, compressed once for all, beside the same as plain text: no clock is in it, only bytes. */
class CompressedDayTest {

    private static final Path JANUARY = Path.of("../shared/data/bts-on-time-2023-01-oklahoma.csv");

    private final VirtualTime time = new VirtualTime();
    private final Board board = new Board(Duration.ofHours(1), Duration.ofDays(4_000), time.now(), time.nanos());
    private final SimulatedHub hub = new SimulatedHub(
            VirtualReplica.CONFIG,
            board,
            new Freshness(Duration.ofHours(1), time.ahead(Duration.ZERO).forward()),
            time.ahead(Duration.ZERO));
    private final VirtualLoop loop = new VirtualLoop(time);
    private final SimulatedSocket plain = new SimulatedSocket(Integer.MAX_VALUE, false, frame -> {});
    private final SimulatedSocket compressed = new SimulatedSocket(Integer.MAX_VALUE, true, frame -> {});
    private int changes;
    private final long[] ends = new long[6];

    @Test
    void onARecordedDayAChangeIsATenthOfItsText() throws Exception {
        assumeThat(JANUARY)
                .as("the recorded January of Oklahoma is not at hand")
                .exists();
        SimulatedDays.Opened day = SimulatedDays.recorded(JANUARY);
        open(day.opening());
        print("first board of " + day.opening().size());
        List<FlightState> course = day.course();
        // What a decoder remembers is full by then.
        tell(course.subList(0, 150), 1);
        print("the first 150 changes, one a frame");
        int before = compressed.sent();
        int from = changes;

        tell(course.subList(150, course.size()), 1);

        int each = (compressed.sent() - before) / (changes - from);
        print("the others");
        assertThat(each).isLessThanOrEqualTo(30);
    }

    @Test
    void aChangeOfSeveralInAFrameIsLess() {
        SimulatedDays.Opened day = SimulatedDays.load(1_000, 3_000);
        open(day.opening());
        tell(day.course().subList(0, 1_000), 5);
        int before = compressed.sent();
        int from = changes;

        tell(day.course().subList(1_000, 3_000), 5);

        int each = (compressed.sent() - before) / (changes - from);
        print("a load, five changes a frame");
        assertThat(each).isLessThanOrEqualTo(20);
    }

    @Test
    void aFirstBoardIsASeventh() {
        open(SimulatedDays.load(2_000, 0).opening());

        print("first board of 2,000");
        assertThat(compressed.sent()).isLessThan(plain.sent() / 7);
    }

    private void open(List<FlightState> opening) {
        board.restart(1, time.now(), time.nanos());
        opening.forEach(this::apply);
        publish();
        plain.follow(hub.frames(loop, View.WHOLE_BOARD, null, false), loop, VirtualReplica.CONFIG.stream());
        compressed.follow(hub.frames(loop, View.WHOLE_BOARD, null, true), loop, VirtualReplica.CONFIG.stream());
        loop.runAll();
    }

    private void tell(List<FlightState> states, int aFrame) {
        for (int i = 0; i < states.size(); i += aFrame) {
            time.pass(Duration.ofSeconds(1));
            states.subList(i, Math.min(states.size(), i + aFrame)).forEach(this::apply);
            publish();
            loop.runAll();
        }
    }

    private void apply(FlightState state) {
        int partition = Math.floorMod(state.id().hashCode(), ends.length);
        board.apply(partition, ends[partition]++, time.millis(), state.id(), state);
        changes++;
    }

    private void publish() {
        board.live(time.now(), time.nanos());
        board.publish(time.nanos());
        hub.flush();
    }

    private void print(String what) {
        System.out.printf(
                "%s: %,d changes so far, %,d bytes plain, %,d compressed%n",
                what, changes, plain.sent(), compressed.sent());
    }
}
