package dev.flightboard.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.flight.FlightState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadDayTest {

    private static final Instant START = Instant.parse("2026-03-10T22:30:00Z");

    @Test
    void opensWithAllFlights() {
        Day day = new LoadDay(1_000, 50, 20, 1, START);

        Map<String, FlightState> board = Board.at(Duration.ZERO, day);

        assertThat(board).hasSize(1_000).containsKeys("L0", "L999");
        assertThat(board.values()).extracting(FlightState::state).containsOnly("scheduled");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 33, 50, 100})
    void ofAnyFlightsOnEndTheShareDeparts(int percent) {
        Map<String, FlightState> board = Board.at(Duration.ZERO, new LoadDay(1_000, percent, 20, 1, START));

        for (int from = 0; from < 1_000; from += 100) {
            long departures = IntStream.range(from, from + 100)
                    .filter(flight -> board.get("L" + flight).departs())
                    .count();
            assertThat(departures).isEqualTo(percent);
        }
    }

    @Test
    void exactlyTheRateFallsDueInEachSecond() {
        List<Step> tenSeconds = steps(new LoadDay(100, 50, 1_234, 1, START), 12_339);

        Map<Long, Long> perSecond = tenSeconds.stream()
                .collect(Collectors.groupingBy(step -> step.due().toSeconds(), Collectors.counting()));

        assertThat(tenSeconds).extracting(Step::due).isSorted();
        assertThat(perSecond.values()).allSatisfy(count -> assertThat(count).isBetween(1_234L - 7, 1_234L + 7));
    }

    @Test
    void aBatchIsNoLargerThanFiveMillisecondsNeed() {
        List<Step> steps = steps(new LoadDay(100, 50, 1_000, 1, START), 10_000);

        Map<Duration, Long> batches = steps.stream().collect(Collectors.groupingBy(Step::due, Collectors.counting()));

        assertThat(batches.values()).allSatisfy(size -> assertThat(size).isLessThanOrEqualTo(5));
    }

    @Test
    void theNthChangeOfAFlightIsEstimatedNSecondsLateAndInAnotherStateThanTheFormer() {
        Day day = new LoadDay(10, 50, 100, 1, START);
        Map<String, FlightState> board = new HashMap<>(Board.at(Duration.ZERO, day));

        for (Step step : steps(day, 5_000)) {
            FlightState former = board.put(step.id(), step.state());

            assertThat(step.state().estimated()).isEqualTo(former.estimated().plusSeconds(1));
            assertThat(step.state().state()).isNotEqualTo(former.state());
        }
    }

    @Test
    void theSameSeedGivesTheSameChanges() {
        List<Step> changes = steps(new LoadDay(100, 50, 10, 5, START), 1_000);

        assertThat(steps(new LoadDay(100, 50, 10, 5, START), 1_000)).isEqualTo(changes);
        assertThat(steps(new LoadDay(100, 50, 10, 6, START), 1_000)).isNotEqualTo(changes);
    }

    @Test
    void aMillionFlightsOpenInSecondsOneByOne() {
        Day day = new LoadDay(1_000_000, 50, 1_000, 1, START);

        long flights = StreamSupport.stream(day.opening().spliterator(), false).count();

        assertThat(flights).isEqualTo(1_000_000);
    }

    private static List<Step> steps(Day day, int count) {
        return StreamSupport.stream(day.course().spliterator(), false)
                .limit(count)
                .toList();
    }
}
