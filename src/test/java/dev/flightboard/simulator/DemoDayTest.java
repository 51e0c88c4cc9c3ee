package dev.flightboard.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.flightboard.flight.FlightState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class DemoDayTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Rome");
    private static final Instant START = Instant.parse("2026-03-10T22:30:00Z");
    private static final Day DAY = new DemoDay(1, START, ZONE);

    @Test
    void opensWithTheSixFlightsAsScheduledToday() {
        Map<String, FlightState> board = Board.at(Duration.ZERO, DAY);

        assertThat(board.values())
                .extracting(FlightState::id, FlightState::flight, FlightState::origin, FlightState::arrival)
                .containsExactly(
                        tuple("A123", "A123", "London", "08:15"),
                        tuple("D654", "D654", "Berlin", "08:45"),
                        tuple("U213", "U213", "New York", "09:05"),
                        tuple("A987", "A987", "Buenos Aires", "09:30"),
                        tuple("I768", "I768", "Rome", "10:10"),
                        tuple("G119", "G119", "Tokyo", "10:35"));
        assertThat(board.values()).extracting(FlightState::state).containsOnly("scheduled");
        assertThat(board.get("A123").scheduled()).isEqualTo("2026-03-10T07:15:00Z");
    }

    @Test
    void nothingHappensBeforeTheFlightFromRomeLandsAtThreeSecondsAndIsDownAtSix() {
        List<Step> firstSteps = steps(1).stream()
                .filter(step -> step.due().compareTo(Duration.ofSeconds(6)) <= 0)
                .toList();

        assertThat(firstSteps)
                .extracting(Step::due, Step::id, step -> step.state().state())
                .containsExactly(
                        tuple(Duration.ofSeconds(3), "I768", "landing"),
                        tuple(Duration.ofSeconds(6), "I768", "landed"));
    }

    @Test
    void theSameSeedGivesTheSameDay() {
        List<Step> day = steps(7);

        assertThat(steps(7)).isEqualTo(day);
        assertThat(steps(8)).isNotEqualTo(day);
    }

    @Test
    void stepsComeInOrderOfTimeAtAPaceThatCanBeWatched() {
        List<Step> steps = steps(1);

        assertThat(steps).extracting(Step::due).isSorted();
        Duration perStep = steps.get(steps.size() - 1).due().dividedBy(steps.size());
        assertThat(perStep).isBetween(Duration.ofMillis(1_000), Duration.ofMillis(2_000));
    }

    @Test
    void aFlightComesForEachThatGoesSoThatThereAreNeverMoreThanSix() {
        Set<String> board = new TreeSet<>(Board.at(Duration.ZERO, DAY).keySet());
        TreeSet<Integer> sizes = new TreeSet<>();

        for (Step step : steps(1)) {
            if (step.state() == null) assertThat(board.remove(step.id())).isTrue();
            else board.add(step.id());
            sizes.add(board.size());
        }

        assertThat(sizes.last()).isEqualTo(6);
        assertThat(sizes.first()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void flightsTakeAPlausibleCourse() {
        Map<String, Set<String>> followers = new HashMap<>();
        Map<String, String> board = new HashMap<>();

        for (Step step : steps(1)) {
            String state = step.state() == null ? "gone" : step.state().state();
            String former = state.equals("gone") ? board.remove(step.id()) : board.put(step.id(), state);
            followers
                    .computeIfAbsent(String.valueOf(former), any -> new TreeSet<>())
                    .add(state);
        }

        assertThat(followers)
                .containsEntry("departed", Set.of("departed", "landing", "diverted"))
                .containsEntry("scheduled", Set.of("departed", "cancelled"))
                .containsEntry("landing", Set.of("landed"))
                .containsEntry("landed", Set.of("arrived"))
                .containsEntry("arrived", Set.of("bags"))
                .containsEntry("bags", Set.of("closed"))
                .containsEntry("closed", Set.of("gone"))
                .containsEntry("cancelled", Set.of("gone"))
                .containsEntry("diverted", Set.of("gone"));
    }

    @Test
    void cancellationsAndDiversionsAreRare() {
        Map<String, Long> states = steps(1).stream()
                .filter(step -> step.state() != null)
                .collect(Collectors.groupingBy(step -> step.state().state(), Collectors.counting()));

        assertThat(states.get("cancelled")).isBetween(1L, states.get("landed") / 10);
        assertThat(states.get("diverted")).isBetween(1L, states.get("landed") / 10);
    }

    @Test
    void newFlightsAreOfTheDayOnWhichTheyAppear() {
        Step newcomer = steps(1).stream()
                .filter(step -> step.due().compareTo(Duration.ofHours(1)) > 0)
                .filter(step -> step.state() != null && step.state().state().equals("scheduled"))
                .findFirst()
                .orElseThrow();

        assertThat(newcomer.state().scheduled().atZone(ZONE).toLocalDate()).isEqualTo("2026-03-11");
    }

    private static List<Step> steps(long seed) {
        return StreamSupport.stream(new DemoDay(seed, START, ZONE).course().spliterator(), false)
                .limit(5_000)
                .toList();
    }
}
