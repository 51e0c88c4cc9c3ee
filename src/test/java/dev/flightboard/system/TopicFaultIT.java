package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.EventStream;
import dev.flightboard.support.TestKafka;
import dev.flightboard.support.Wait;
import org.junit.jupiter.api.Test;

/** What operators do to a topic under a running service. */
class TopicFaultIT {

    private static final String LANDING = "{\"flight\":\"A1\",\"state\":\"landing\"}";

    private final TestKafka kafka = TestKafka.shared();

    // P30, P35
    @Test
    void aTopicMadeAnewIsFollowedAfterAReset() {
        try (Service service = Service.start("FLIGHTBOARD_FEED_LOST_AFTER=500ms");
                EventStream stream = service.live("")) {
            service.show("old", "landing");
            String cursor = service.cursor();

            kafka.deleteTopic(service.topic);
            stream.await("stale");
            String meanwhile = service.replica.get("/flights").body();
            kafka.createTopic(service.topic, 3);
            service.write("new", "landing");
            stream.await("reset");
            stream.awaitBoard(board -> board.flights().containsKey("new"));
            EventStream returned = service.live("", "Last-Event-ID", cursor);

            // It stood in the log several thousand times, once for each time the client asked.
            assertThat(service.replica.log().lines().filter(line -> line.contains("WARN")))
                    .hasSizeLessThan(100);
            assertThat(meanwhile).contains("\"old\"");
            assertThat(stream.board().flights()).containsOnlyKeys("new");
            assertThat(returned.text()).contains("event: reset\n");
            assertThat(returned.board().flights()).containsOnlyKeys("new");
            returned.close();
        }
    }

    @Test
    void aNewPartitionIsReadFromItsBeginning() {
        try (Service service = Service.start();
                EventStream stream = service.live("")) {
            service.show("old", "landing");

            kafka.addPartitions(service.topic, 5);
            kafka.send(service.topic, 4, "new", LANDING);
            stream.awaitBoard(board -> board.flights().containsKey("new"));

            assertThat(stream.board().flights()).containsOnlyKeys("new", "old");
            assertThat(stream.text().lastIndexOf("event: reset")).isLessThan(200);
        }
    }

    @Test
    void aRejectedTopicThatCannotBeMadeCostsTheCopiesAlone() {
        String topic = kafka.createTopic(1);
        // Whose name is the same to Kafka's metrics.
        kafka.createTopic(topic + "_rejected", 1);
        kafka.send(topic, "bad", "no JSON");

        try (Service service = Service.follow(topic)) {
            service.show("good", "landing");

            Wait.until("the copy to be missed", () -> service.metric("flightboard_feed_rejected_uncopied_total") == 1);
            assertThat(service.replica.log())
                    .contains("Rejected records cannot be copied")
                    .contains("collides with");
        }
    }

    @Test
    void anOpenTransactionIsSeenByWhatItHoldsBack() throws Exception {
        String topic = kafka.createTopic(1);
        try (Service service = Service.follow(topic)) {

            AutoCloseable open = kafka.leaveOpen(topic, 0, "never", LANDING);
            service.write("behind", "landing");
            Wait.until("two records held back", () -> service.metric("flightboard_feed_uncommitted_records") == 2);
            String held = service.replica.get("/flights").body();
            open.close();
            Wait.until(
                    "the flight behind it",
                    () -> service.replica.get("/flights").body().contains("behind"));

            assertThat(held).isEqualTo("[]\n");
            assertThat(service.replica.get("/flights").body()).doesNotContain("never");
            Wait.until("nothing held back", () -> service.metric("flightboard_feed_uncommitted_records") == 0);
        }
    }

    @Test
    void recordsDeletedBeforeTheyWereReadLeaveTheBoardAsTheTopicIs() {
        String topic = kafka.createTopic(1, "cleanup.policy=compact,delete");
        try (Service service = Service.follow(topic);
                EventStream stream = service.live("")) {
            service.show("first", "landing");

            service.replica.freeze();
            // The answer to a request that was under way.
            service.write("second", "landing");
            service.write("third", "landing");
            service.write("fourth", "landing");
            kafka.deleteRecords(topic, 0, 3);
            service.replica.thaw();
            stream.awaitBoard(board -> board.flights().containsKey("fourth"));

            assertThat(stream.board().flights()).containsOnlyKeys("fourth");
            assertThat(service.replica.log()).contains("has lost records");
        }
    }
}
