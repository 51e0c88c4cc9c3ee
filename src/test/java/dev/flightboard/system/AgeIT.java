package dev.flightboard.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.EventStream;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class AgeIT {

    private static final Duration MAX_AGE = Duration.ofHours(1);

    @Test
    void flightsOlderThanTheMaximumAgeLeaveTheBoardWithoutATombstone() {
        try (Service service = Service.start("FLIGHTBOARD_BOARD_MAX_AGE=1h");
                EventStream stream = service.live("")) {
            write(service, "ages", Instant.now().minus(MAX_AGE).plusSeconds(3));
            write(service, "old", Instant.now().minus(MAX_AGE.multipliedBy(3)));
            write(service, "young", Instant.now());

            stream.awaitBoard(board ->
                    board.flights().containsKey("ages") && board.flights().containsKey("young"));
            stream.await("removed");

            assertThat(stream.board().flights()).containsOnlyKeys("young");
            assertThat(stream.text()).doesNotContain("\"old\"");
            assertThat(service.replica.get("/flights/ages").statusCode()).isEqualTo(404);
        }
    }

    private static void write(Service service, String id, Instant time) {
        byte[] value = ("{\"flight\":\"" + id + "\",\"state\":\"landed\"}").getBytes(UTF_8);
        service.kafka.send(new ProducerRecord<>(service.topic, 0, time.toEpochMilli(), id.getBytes(UTF_8), value));
    }
}
