package dev.flightboard;

import dev.flightboard.board.Board;
import dev.flightboard.board.Freshness;
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
        return new Board(
                clock,
                System::nanoTime,
                config.board().tombstoneMemory(),
                config.board().maxAge());
    }

    /** Kafka is asked once a watch: silence begins when an answer is missing, and is borne for as long as is set. */
    @Produces
    @Singleton
    Freshness freshness(FlightboardConfig config) {
        return new Freshness(config.feed().watch().plus(config.feed().lostAfter()), System::nanoTime);
    }
}
