package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.Block;
import dev.flightboard.support.BrowserBoard;
import dev.flightboard.support.EventStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A browser that stops reading, while flights change by far more than its socket holds. */
class SlowReaderFaultIT {

    // Each change is as long as a flight can be, so that 10 MB are soon together; the kernel buffers 4 MB a socket.
    private static final int FLIGHTS = 100;
    private static final int ROUNDS = 70;
    private static final String CODESHARES = String.join(
            "\",\"", Collections.nCopies(16, "a codeshare of as many characters as a text may have: sixty-four"));

    // P18
    @Test
    void aFrozenReaderDelaysNobodyIsNotQueuedForAndEndsWithTheLatestStateOfEveryFlight() {
        try (Service service = Service.start();
                EventStream frozen = service.live("");
                EventStream reading = service.live("")) {

            for (int round = 1; round <= ROUNDS; round++) {
                changeAll(service, round);
                reading.await(lastOf(round));
            }
            frozen.awaitBoard(allOf(ROUNDS));

            assertThat(frozen.text().length()).isLessThan(reading.text().length() * 7 / 10);
            assertThat(frozen.text().lastIndexOf("event: reset")).isLessThan(100);
            assertThat(service.metric("flightboard_stream_conflated_total")).isGreaterThan(FLIGHTS);
        }
    }

    private static void changeAll(Service service, int round) {
        Map<String, String> states = new LinkedHashMap<>();
        for (int i = 0; i < FLIGHTS; i++) {
            String state = "{\"flight\":\"F%d\",\"state\":\"landing\",\"gate\":\"%d\",\"codeshares\":[\"%s\"]}";
            states.put("F" + i, state.formatted(i, round, CODESHARES));
        }
        service.kafka.sendAll(service.topic, states);
    }

    private static Predicate<Block> lastOf(int round) {
        return block -> block.data().startsWith("{\"id\":\"F" + (FLIGHTS - 1) + "\"")
                && block.json().path("gate").asInt() == round;
    }

    private static Predicate<BrowserBoard> allOf(int round) {
        return board -> board.flights().size() == FLIGHTS
                && board.flights().values().stream()
                        .allMatch(each -> each.path("gate").asInt() == round);
    }
}
