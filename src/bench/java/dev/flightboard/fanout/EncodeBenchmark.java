package dev.flightboard.fanout;

import dev.flightboard.board.Change;
import dev.flightboard.flight.FlightState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a change to its event, and from a window's events to the frame that all subscribers share. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EncodeBenchmark {

    private static final Instant TIME = Instant.parse("2026-01-01T10:10:00Z");
    private static final String CURSOR = "AYo1oSO7TWXtaP7yB5vL1wIAAAAAAAAAAAAA";

    private final FlightState state = FlightState.of("I768-2026-01-01")
            .flight("I768")
            .state("landing")
            .origin("Rome")
            .scheduled(TIME)
            .estimated(TIME.plusSeconds(300))
            .arrival("10:10")
            .airline("Air")
            .terminal("1")
            .gate("B1")
            .belt("3")
            .codeshares(List.of("BA123"))
            .build();
    private final Change change = new Change("I768-2026-01-01", state.flight(), state, TIME.toEpochMilli());
    private final List<byte[]> events = new ArrayList<>();

    public EncodeBenchmark() {
        // What a burst brings within a window.
        for (int i = 0; i < 5; i++) events.add(EventFormat.change(change));
    }

    @Benchmark
    public byte[] event() {
        return EventFormat.change(change);
    }

    @Benchmark
    public Object frame() {
        return Frame.of(Frame.Kind.NEWS, View.WHOLE_BOARD, null, null, events, CURSOR, States.NONE);
    }
}
