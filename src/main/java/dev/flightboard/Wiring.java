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
    Time time() {
        return Time.system();
    }

    @Produces
    @Singleton
    Board board(FlightboardConfig config, Time time) {
        return new Board(config.board().tombstoneMemory(), config.board().maxAge(), time.now(), time.nanos());
    }

    /** Kafka is asked once a watch: silence begins when an answer is missing, and is borne for as long as is set. */
    @Produces
    @Singleton
    Freshness freshness(FlightboardConfig config, Time time) {
        return new Freshness(config.feed().watch().plus(config.feed().lostAfter()), time.forward());
    }
}
