package dev.flightboard;

import dev.flightboard.board.Board;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the parts that know no framework available to those that do. */
@Singleton
class Wiring {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Board board(FlightboardConfig config, Clock clock) {
        return new Board(clock, config.board().tombstoneMemory(), config.board().maxAge());
    }
}
