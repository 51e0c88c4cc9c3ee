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
import java.util.TreeMap;
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
        assertThat(perStep(arrivals(steps))).isBetween(Duration.ofMillis(1_000), Duration.ofMillis(2_000));
        assertThat(perStep(departures(steps))).isBetween(Duration.ofMillis(1_000), Duration.ofMillis(2_000));
    }

    @Test
    void aFlightComesForEachThatGoesSoThatThereAreNeverMoreThanSix() {
        Set<String> board = new TreeSet<>(Board.at(Duration.ZERO, DAY).keySet());
        TreeSet<Integer> sizes = new TreeSet<>();

        for (Step step : arrivals(steps(1))) {
            if (step.state() == null) assertThat(board.remove(step.id())).isTrue();
            else board.add(step.id());
            sizes.add(board.size());
        }

        assertThat(sizes.last()).isEqualTo(6);
        assertThat(sizes.first()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void eachAircraftThatComesGoesAgain() {
        Set<String> board = new TreeSet<>();
        TreeSet<Integer> sizes = new TreeSet<>();
        long went = 0;

        for (Step step : departures(steps(1))) {
            if (step.state() != null) board.add(step.id());
            else if (board.remove(step.id())) went++;
            sizes.add(board.size());
        }

        long came =
                arrivals(steps(1)).stream().filter(step -> step.state() == null).count();
        assertThat(went).isBetween(came - 12, came);
        // The next flight of a stand is on the board before the last one has gone.
        assertThat(sizes.last()).isBetween(7, 12);
    }

    @Test
    void theFirstTenSecondsAreTheArrivalsAlone() {
        List<Step> first = steps(1).stream()
                .filter(step -> step.due().compareTo(Duration.ofSeconds(10)) < 0)
                .toList();

        assertThat(first)
                .extracting(Step::due, Step::id, step -> step.state().state())
                .containsExactly(
                        tuple(Duration.ofSeconds(3), "I768", "landing"),
                        tuple(Duration.ofSeconds(6), "I768", "landed"),
                        tuple(Duration.ofSeconds(8), "A123", "departed"));
    }

    @Test
    void aDepartureIsTheArrivalsAircraft() {
        FlightState departure = Board.at(Duration.ofSeconds(10), DAY).get("U214-1");
        FlightState arrival = Board.at(Duration.ZERO, DAY).get("U213");

        assertThat(departure.departs()).isTrue();
        assertThat(departure.flight()).isEqualTo("U214");
        assertThat(departure.gate()).isEqualTo(arrival.gate());
        assertThat(departure.airline()).isEqualTo(arrival.airline());
        assertThat(departure.destination()).isNotNull().isNotEqualTo(arrival.origin());
        assertThat(departure.desks()).matches("3[0-9]1-3[0-9]6");
        assertThat(Duration.between(arrival.scheduled(), departure.scheduled()))
                .isBetween(Duration.ofMinutes(50), Duration.ofMinutes(70));
        assertThat(departure.departure())
                .isEqualTo(departure.scheduled().atZone(ZONE).toLocalTime().toString());
    }

    @Test
    void whatComesLateGoesLateAndNothingLeavesBeforeItCame() {
        Map<String, Instant> came = new HashMap<>();
        Map<String, Integer> late = new TreeMap<>(Map.of("late", 0, "on time", 0));

        for (Step step : steps(1)) {
            FlightState state = step.state();
            if (state == null) continue;
            if (state.state().equals("arrived")) came.put(state.flight(), state.actual());
            if (!state.state().equals("departed") || !state.departs()) continue;
            Instant arrived = came.get(state.flight().charAt(0)
                    + String.valueOf(Integer.parseInt(state.flight().substring(1)) - 1));
            Instant ready = arrived.plus(Duration.ofMinutes(40));
            assertThat(state.actual()).isAfterOrEqualTo(ready.minus(Duration.ofMinutes(2)));
            assertThat(state.actual()).isAfterOrEqualTo(state.scheduled().minus(Duration.ofMinutes(2)));
            late.merge(ready.isAfter(state.scheduled()) ? "late" : "on time", 1, Integer::sum);
        }

        assertThat(late.get("late")).isGreaterThan(20);
        assertThat(late.get("on time")).isGreaterThan(20);
    }

    @Test
    void gatesAndDesksChangeNowAndThen() {
        Map<String, FlightState> board = new HashMap<>();
        int gates = 0;
        int desks = 0;

        for (Step step : departures(steps(1))) {
            FlightState before = step.state() == null ? board.remove(step.id()) : board.put(step.id(), step.state());
            if (before == null || step.state() == null) continue;
            if (!before.gate().equals(step.state().gate())) gates++;
            if (!before.desks().equals(step.state().desks())) desks++;
        }

        long flights = departures(steps(1)).stream().map(Step::id).distinct().count();
        assertThat(gates).isBetween((int) flights / 16, (int) flights / 4);
        assertThat(desks).isBetween((int) flights / 16, (int) flights / 4);
    }

    @Test
    void departuresTakeAPlausibleCourse() {
        assertThat(followers(departures(steps(1))))
                .containsEntry("null", Set.of("scheduled"))
                .containsEntry("scheduled", Set.of("check-in", "cancelled"))
                .containsEntry("check-in", Set.of("check-in", "boarding", "cancelled"))
                .containsEntry("boarding", Set.of("final-call"))
                .containsEntry("final-call", Set.of("gate-closed"))
                .containsEntry("gate-closed", Set.of("departed"))
                .containsEntry("departed", Set.of("gone"))
                .containsEntry("cancelled", Set.of("gone"));
    }

    @Test
    void flightsTakeAPlausibleCourse() {
        Map<String, Set<String>> followers = followers(arrivals(steps(1)));

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
        Map<String, Long> states = arrivals(steps(1)).stream()
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

    /** By each state the states that come after it. */
    private static Map<String, Set<String>> followers(List<Step> steps) {
        Map<String, Set<String>> followers = new HashMap<>();
        Map<String, String> board = new HashMap<>();
        for (Step step : steps) {
            String state = step.state() == null ? "gone" : step.state().state();
            String former = state.equals("gone") ? board.remove(step.id()) : board.put(step.id(), state);
            followers
                    .computeIfAbsent(String.valueOf(former), any -> new TreeSet<>())
                    .add(state);
        }
        return followers;
    }

    private static List<Step> arrivals(List<Step> steps) {
        return steps.stream().filter(step -> !step.id().contains("-")).toList();
    }

    private static List<Step> departures(List<Step> steps) {
        return steps.stream().filter(step -> step.id().contains("-")).toList();
    }

    private static Duration perStep(List<Step> steps) {
        return steps.get(steps.size() - 1).due().dividedBy(steps.size());
    }

    private static List<Step> steps(long seed) {
        return StreamSupport.stream(new DemoDay(seed, START, ZONE).course().spliterator(), false)
                .limit(10_000)
                .toList();
    }
}
