package dev.flightboard.simulator;

import dev.flightboard.flight.FlightState;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a day's steps leave to be seen, by id. */
final class Board {

    private Board() {}

    static Map<String, FlightState> at(Duration time, Day day) {
        Map<String, FlightState> board = new LinkedHashMap<>();
        day.opening().forEach(state -> board.put(state.id(), state));
        for (Step step : day.course()) {
            if (step.due().compareTo(time) > 0) break;
            if (step.state() == null) board.remove(step.id());
            else board.put(step.id(), step.state());
        }
        return board;
    }

    static Map<String, FlightState> atTheEndOf(RecordedDay day) {
        return at(Duration.ofDays(366), day);
    }
}
