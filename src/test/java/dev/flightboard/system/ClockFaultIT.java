package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.flightboard.support.EventStream;
import dev.flightboard.support.SteppingClock;
import dev.flightboard.support.TestKafka;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The clock of a replica steps, as a machine's does that was suspended, or that had the wrong time. */
class ClockFaultIT {

    private static final List<Duration> STEPS = List.of(
            Duration.ofHours(1), Duration.ofHours(-1), Duration.ofSeconds(40), Duration.ofSeconds(-40), Duration.ZERO);

    @Test
    void noStepOfTheClockEndsAStreamMakesABoardStaleOrCostsAFlight() {
        assumeTrue(SteppingClock.isInstalled(), "libfaketime is not installed");
        try (SteppingClock clock = new SteppingClock();
                Service service = Service.follow(TestKafka.shared().createTopic(3), settings(clock));
                EventStream open = service.live("")) {
            service.show("F0", "landing");
            open.awaitBoard(board -> board.flights().containsKey("F0"));
            for (int each = 1; each <= STEPS.size(); each++) {
                String cursor = open.lastEventId();
                Duration step = STEPS.get(each - 1);

                clock.step(step);
                open.await(block ->
                        block.is("live") && isAhead(block.json().path("at").asText(), step));
                service.remove("F" + (each - 1));
                service.write("F" + each, "landing");

                assertHolds(open, "F" + each);
                try (EventStream returned = service.live("?after=" + cursor)) {
                    assertHolds(returned, "F" + each);
                }
            }

            assertThat(open.text()).doesNotContain("event: stale");
            // The one that each stream begins with.
            assertThat(open.text().lastIndexOf("event: reset")).isLessThan(200);
        }
    }

    private static void assertHolds(EventStream stream, String flight) {
        stream.awaitBoard(board -> board.flights().keySet().equals(Set.of(flight)));
    }

    private static boolean isAhead(String told, Duration step) {
        Duration off = Duration.between(Instant.now().plus(step), Instant.parse(told));
        return off.abs().compareTo(Duration.ofSeconds(10)) < 0;
    }

    private static String[] settings(SteppingClock clock) {
        return Stream.concat(
                        clock.environment().entrySet().stream().map(ClockFaultIT::setting),
                        // So that the clock is seen to have stepped.
                        Stream.of("FLIGHTBOARD_STREAM_HEARTBEAT=1s"))
                .toArray(String[]::new);
    }

    private static String setting(Map.Entry<String, String> each) {
        return each.getKey() + "=" + each.getValue();
    }
}
