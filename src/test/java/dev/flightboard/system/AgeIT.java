package dev.flightboard.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.EventStream;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What passing time does to a board of which nothing is heard. */
class AgeIT {

    private static final Duration MAX_AGE = Duration.ofHours(1);
    private static Service service;

    @BeforeAll
    static void startAskingRarely() {
        service = Service.start(
                "FLIGHTBOARD_BOARD_MAX_AGE=1h", "FLIGHTBOARD_FEED_WATCH=5s", "FLIGHTBOARD_FEED_LOST_AFTER=500ms");
    }

    @AfterAll
    static void close() {
        service.close();
    }

    // P44
    @Test
    void flightsOlderThanTheMaximumAgeLeaveTheBoardWithoutATombstone() {
        try (EventStream stream = service.live("")) {
            write("ages", Instant.now().minus(MAX_AGE).plusSeconds(3));
            write("old", Instant.now().minus(MAX_AGE.multipliedBy(3)));
            write("young", Instant.now());

            stream.awaitBoard(board ->
                    board.flights().containsKey("ages") && board.flights().containsKey("young"));
            stream.await("removed");

            assertThat(stream.board().flights()).containsOnlyKeys("young");
            assertThat(stream.text()).doesNotContain("\"old\"");
            assertThat(service.replica.get("/flights/ages").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aTopicWithoutRecordsIsNoOutage() {
        try (EventStream stream = service.replica.events("?flight=none")) {

            stream.within(Duration.ofSeconds(2));

            assertThat(stream.text()).contains("event: live").doesNotContain("event: stale");
        }
    }

    private static void write(String id, Instant time) {
        byte[] value = ("{\"flight\":\"" + id + "\",\"state\":\"landed\"}").getBytes(UTF_8);
        service.kafka.send(new ProducerRecord<>(service.topic, 0, time.toEpochMilli(), id.getBytes(UTF_8), value));
    }
}
