package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.Block;
import dev.flightboard.support.EventStream;
import dev.flightboard.support.Wait;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two replicas on one Kafka: a browser goes on at either. */
class ResumeIT {

    private static Service one;
    private static Service other;

    private final String changed = Service.newId();
    private final String gone = Service.newId();
    private final String same = Service.newId();

    @BeforeAll
    static void startTwo() {
        one = Service.start();
        // Long enough that only the replica's catching up can end the wait in this test's time.
        other = Service.follow(one.topic, "FLIGHTBOARD_STREAM_AHEAD_WAIT=60s");
    }

    @AfterAll
    static void stopBoth() {
        one.close();
        other.close();
    }

    // P23, P25
    @Test
    void aCursorResumesOnTheOtherReplicaWithExactlyWhatChangedOrWent() {
        for (String id : List.of(changed, gone, same)) one.show(id, "landing");
        String cursor;
        try (EventStream before = one.live("")) {
            cursor = before.lastEventId();
        }
        one.write(changed, "landed");
        one.remove(gone);
        Wait.until("the removal", () -> other.replica.get("/flights/" + gone).statusCode() == 404);
        Wait.until(
                "the change",
                () -> other.replica.get("/flights/" + changed).body().contains("landed"));

        try (EventStream after = other.replica.events("", "Last-Event-ID", cursor)) {
            List<Block> told = after.until(block -> block.is("live"));

            assertThat(told.subList(1, told.size() - 1))
                    .extracting(block -> block.event() + block.json().path("id").asText())
                    .containsExactlyInAnyOrder(changed, "removed" + gone);
        }
    }

    // P64
    @Test
    void bothReplicasGiveTheSameBoardAndTag() {
        one.show(changed, "landing");
        Wait.until("the flight", () -> other.replica.get("/flights/" + changed).statusCode() == 200);

        var fromOne = one.replica.get("/flights?flight=" + changed);
        var fromOther = other.replica.get("/flights?flight=" + changed);

        assertThat(fromOther.body()).isEqualTo(fromOne.body());
        assertThat(fromOther.headers().firstValue("ETag"))
                .isPresent()
                .isEqualTo(fromOne.headers().firstValue("ETag"));
    }

    // P32
    @Test
    void aBrowserThatIsAheadOfAReplicaWaitsForItAndIsNeverShownAnOlderState() {
        one.show(changed, "landing");
        Wait.until("the flight", () -> other.replica.get("/flights/" + changed).statusCode() == 200);
        String cursor = other.cursor();

        try (EventStream stream = other.replica.events("", "Last-Event-ID", Ahead.of(cursor))) {
            List<Block> before = stream.within(Duration.ofMillis(300));
            one.kafka.send(one.topic, 2, changed, "{\"flight\":\"BA1\",\"state\":\"landed\"}");

            List<Block> after = stream.until(block -> block.is("live"));

            assertThat(before).extracting(Block::event).containsExactly("");
            assertThat(before.get(0).field("retry")).isPresent();
            assertThat(after).noneMatch(block -> block.is("reset") || block.is(""));
        }
    }
}
