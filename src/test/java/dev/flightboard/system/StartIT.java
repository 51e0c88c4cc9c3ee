package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.Replica;
import org.junit.jupiter.api.Test;

class StartIT {

    @Test
    void settingsOutOfTheirRangeEndTheStartAndAreNamed() {
        try (Replica replica = Replica.launched(Service.settings(
                "flight states",
                "FLIGHTBOARD_STREAM_WINDOW=2s",
                "FLIGHTBOARD_FEED_PARTITIONS=0",
                "FLIGHTBOARD_BOARD_MAX_AGE=0s"))) {

            assertThat(replica.awaitExit()).isNotZero();
            assertThat(replica.log())
                    .contains("flightboard.topic")
                    .contains("flightboard.stream.window")
                    .contains("flightboard.feed.partitions")
                    .contains("flightboard.board.max-age")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void settingsThatCannotBeReadEndTheStartAndAreNamed() {
        try (Replica replica = Replica.launched(Service.settings(
                "unused",
                "FLIGHTBOARD_STREAM_HEARTBEAT=soon",
                "FLIGHTBOARD_TIME_ZONE=UTC+2",
                "FLIGHTBOARD_SIMULATOR_DATE=yesterday"))) {

            assertThat(replica.awaitExit()).isNotZero();
            assertThat(replica.log())
                    .contains("flightboard.stream.heartbeat")
                    .contains("flightboard.time-zone")
                    .contains("flightboard.simulator.date")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aTopicThatMayNotBeCreatedIsNamedWithItsServers() {
        String topic = Service.newId();

        try (Replica replica = Replica.launched(Service.settings(topic, "FLIGHTBOARD_FEED_CREATE_TOPICS=false"))) {
            replica.awaitLog(topic + " does not exist on localhost:");

            assertThat(replica.readiness()).isEqualTo(503);
            assertThat(replica.get("/flights").statusCode()).isEqualTo(503);
            assertThat(replica.get("/flights").headers().firstValue("Retry-After"))
                    .contains("1");
        }
    }
}
