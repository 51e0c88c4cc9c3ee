package dev.flightboard;

import dev.flightboard.board.Board;
import dev.flightboard.board.Freshness;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the parts that know no framework, as the board, available for injection. */
@Singleton
class Wiring {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Time time() {
        return Time.system();
    }

    @Produces
    @Singleton
    Board board(FlightboardConfig config, Time time) {
        return new Board(config.board().tombstoneMemory(), config.board().maxAge(), time.now(), time.nanos());
    }

    /** Kafka is asked once a watch. It is silent when an answer is missing, and the board is stale when that has lasted. */
    @Produces
    @Singleton
    Freshness freshness(FlightboardConfig config, Time time) {
        return new Freshness(config.feed().watch().plus(config.feed().lostAfter()), time.forward());
    }
}
