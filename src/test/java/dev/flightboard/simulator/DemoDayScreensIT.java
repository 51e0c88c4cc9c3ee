package dev.flightboard.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.flightboard.flight.FlightJson;
import dev.flightboard.flight.FlightState;
import dev.flightboard.support.Chromium;
import dev.flightboard.support.Replica;
import dev.flightboard.support.TestKafka;
import dev.flightboard.support.Wait;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The walls of a whole airport through a whole day of the demo, as fast as they take it. */
@Tag("day")
class DemoDayScreensIT {

    private static final ZoneId ZONE = ZoneId.of("Europe/Rome");
    private static final Duration DAY = Duration.ofHours(Integer.getInteger("day.hours", 24));

    // Between two looks at all screens.
    private static final Duration LOOK = Duration.ofMinutes(15);

    // Each flight in sight on a screen: its id or designator, and its state.
    private static final String SHOWN = """
            () => [...document.querySelectorAll('tr[data-flight], .boarding, .gateLine, .spot li')].map(line => {
              const name = line.dataset.flight ?? line.querySelector('.designator').textContent;
              return `${name} ${line.dataset.state ?? line.querySelector('.chip[data-state]').dataset.state}`;
            })
            """;

    private final Chromium chromium = new Chromium();
    private final TestKafka kafka = TestKafka.shared();
    private final String topic = kafka.createTopic(3);
    private final Map<String, FlightState> board = new LinkedHashMap<>();
    private int checked;

    /** A wall, and which flights are its own. */
    private record Screen(String address, Page page, Predicate<FlightState> own) {}

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void everyFlightThatAScreenShowsIsItsOwnAndAsTheTopicHasIt() {
        Day day = new DemoDay(1, Instant.now(), ZONE);
        try (Replica replica = Replica.ready(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", kafka.servers(),
                "FLIGHTBOARD_TOPIC", topic,
                "FLIGHTBOARD_TIME_ZONE", ZONE.getId()))) {
            List<Step> opening = new ArrayList<>();
            day.opening().forEach(state -> opening.add(Step.show(Duration.ZERO, state)));
            send(opening);
            List<Screen> screens = screens(replica, day);
            int looks = 0;
            int changes = 0;
            List<Step> steps = new ArrayList<>();
            Duration next = LOOK;
            for (Step step : day.course()) {
                if (step.due().compareTo(next) > 0) {
                    send(steps);
                    changes += steps.size();
                    steps.clear();
                    screens.forEach(this::check);
                    looks++;
                    next = next.plus(LOOK);
                }
                if (step.due().compareTo(DAY) > 0) break;
                steps.add(step);
            }
            System.out.printf(
                    "%d screens, %d changes, %d looks at all screens, %d flights seen on them, each as the topic has it%n",
                    screens.size(), changes, looks, checked);
            assertThat(checked).isGreaterThan(looks * 20);
        }
        chromium.assertNoComplaints();
    }

    private List<Screen> screens(Replica replica, Day day) {
        Predicate<FlightState> departs = each -> "departure".equals(each.direction());
        Map<String, Predicate<FlightState>> all = new LinkedHashMap<>();
        all.put("?kiosk", departs.negate());
        all.put("?kiosk&language=ar", departs.negate());
        all.put("?kiosk&board=departures", departs);
        all.put("?kiosk&board=both", each -> true);
        busiest(day, FlightState::gate, 12)
                .forEach(gate -> all.put("?kiosk&gate=" + gate, departs.and(each -> gate.equals(each.gate()))));
        busiest(day, FlightState::belt, 8)
                .forEach(belt ->
                        all.put("?kiosk&belt=" + belt, departs.negate().and(each -> belt.equals(each.belt()))));
        busiest(day, FlightState::desks, 6)
                .forEach(desks -> all.put("?kiosk&desk=" + desks, departs.and(each -> desks.equals(each.desks()))));
        return all.entrySet().stream()
                .map(each -> new Screen(
                        each.getKey(),
                        chromium.open(chromium.context(Chromium.person(1920, 1080)), replica, each.getKey())
                                .page(),
                        each.getValue()))
                .toList();
    }

    /** The places that most flights of the day's first hours use. */
    private static List<String> busiest(Day day, Function<FlightState, String> place, int count) {
        Map<String, Integer> flights = new HashMap<>();
        for (Step step : day.course()) {
            if (step.due().compareTo(Duration.ofHours(3)) > 0) break;
            String at = step.state() == null ? null : place.apply(step.state());
            if (at != null) flights.merge(at, 1, Integer::sum);
        }
        return flights.keySet().stream()
                .sorted(Comparator.comparing(flights::get).reversed())
                .limit(count)
                .toList();
    }

    /** In their order, so that what is on the board here follows from the same records. */
    private void send(List<Step> steps) {
        Map<String, String> batch = new LinkedHashMap<>();
        for (Step step : steps) {
            // A batch has one record a flight.
            if (batch.containsKey(step.id())) flush(batch);
            batch.put(step.id(), step.state() == null ? null : new String(FlightJson.withoutId(step.state()), UTF_8));
            if (step.state() == null) board.remove(step.id());
            else board.put(step.id(), step.state());
        }
        flush(batch);
    }

    private void flush(Map<String, String> batch) {
        kafka.sendAll(topic, batch);
        batch.clear();
    }

    private void check(Screen screen) {
        Wait.untilAsserted(screen.address() + " as the topic has it", () -> {
            List<String> shown = shown(screen);
            List<String> own = board.values().stream()
                    .filter(screen.own())
                    .flatMap(each -> Stream.of(each.id() + " " + each.state(), each.flight() + " " + each.state()))
                    .toList();
            assertThat(own).as(screen.address()).containsAll(shown);
            // A board may leave out what is over, but never all that there is.
            if (screen.page().locator("table").count() > 0) assertThat(shown).isNotEmpty();
        });
        checked += shown(screen).size();
    }

    @SuppressWarnings("unchecked")
    private static List<String> shown(Screen screen) {
        return (List<String>) screen.page().evaluate(SHOWN);
    }
}
