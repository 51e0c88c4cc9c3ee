package dev.flightboard.board;

import dev.flightboard.flight.FlightState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Applying records to boards of a small and a large airport's size, and asking what changed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BoardBenchmark {

    private static final int PARTITIONS = 6;

    // What a burst brings within a window, and what a browser misses that was away for some seconds.
    private static final int BATCH = 5;
    private static final int MISSED = 100;

    @Param({"1000", "100000"})
    int flights;

    private final Hands clock = new Hands();
    private final Board board = new Board(Duration.ofHours(1), Duration.ofHours(48), clock.instant(), 0);
    private FlightState[] states;
    private long[] offsets;
    private int next;
    private Head now;
    private Position told;
    private Cursor cursor;

    /** A clock that stands still until it is set. */
    private static final class Hands extends Clock {

        private Instant instant = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return instant;
        }
    }

    @Setup
    public void fill() {
        states = new FlightState[flights];
        offsets = new long[PARTITIONS];
        for (int flight = 0; flight < flights; flight++) {
            String id = "F" + flight;
            states[flight] = FlightState.of(id)
                    .flight(id)
                    .state("landing")
                    .origin("Rome")
                    .scheduled(clock.instant())
                    .arrival("10:10")
                    .airline("Air")
                    .terminal("1")
                    .gate("B1")
                    .belt("3")
                    .build();
        }
        board.restart(1, clock.instant(), 0);
        for (int flight = 0; flight < flights; flight++) applyNext();
        // Each time far beyond the slack between replicas' clocks: what came before need not be looked at.
        clock.instant = clock.instant.plus(Duration.ofMinutes(10));
        board.live(clock.instant(), 0);
        board.publish(0);
        cursor = board.head().cursor(0);
        told = board.head().position();
        clock.instant = clock.instant.plus(Duration.ofMinutes(10));
        for (int change = 0; change < MISSED; change++) applyNext();
        board.live(clock.instant(), 0);
        board.publish(0);
        now = board.head();
    }

    private void applyNext() {
        FlightState state = states[next++ % flights];
        int partition = next % PARTITIONS;
        board.apply(partition, offsets[partition]++, clock.millis(), state.id(), state);
    }

    /** One record, of the batches in which a burst comes. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public Head apply() {
        for (int i = 0; i < BATCH; i++) applyNext();
        board.publish(0);
        return board.head();
    }

    @Benchmark
    public Changes sincePosition() {
        return now.since(told);
    }

    @Benchmark
    public Optional<Changes> sinceCursor() {
        return now.since(cursor, clock.instant());
    }

    @Benchmark
    public Changes all() {
        return now.all();
    }
}
