package dev.flightboard.fanout;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.Time;
import dev.flightboard.board.Board;
import dev.flightboard.board.Cursor;
import dev.flightboard.board.Freshness;
import dev.flightboard.board.Head;
import dev.flightboard.board.Position;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Multi;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;

/** A hub without a thread: it is flushed when the simulation says so, and remembers the head of every position. */
public final class SimulatedHub {

    private final Hub hub;
    private final Map<Position, Head> heads = new IdentityHashMap<>();

    public SimulatedHub(FlightboardConfig config, Board board, Freshness freshness, Time time) {
        this.hub = new Hub(config, board, freshness, new FanoutMetrics(new SimpleMeterRegistry()), time);
        heads.put(hub.head().position(), hub.head());
    }

    public void flush() {
        hub.flush();
        heads.put(hub.head().position(), hub.head());
    }

    /** The head of a position that this hub has handed out. */
    public Head headOf(Position position) {
        return heads.get(position);
    }

    public Head head() {
        return hub.head();
    }

    /** How long its thread would wait for the next flush. */
    public long idleMillis() {
        return hub.idleMillis();
    }

    public void drain(long millis) {
        hub.drain(millis);
    }

    public Multi<Frame> frames(ScheduledExecutorService loop, View view, Cursor cursor, boolean compressed) {
        return hub.frames(loop, view, cursor, compressed);
    }
}
