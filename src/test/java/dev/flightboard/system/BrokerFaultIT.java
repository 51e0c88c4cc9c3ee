package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.Block;
import dev.flightboard.support.BrokerProcess;
import dev.flightboard.support.EventStream;
import dev.flightboard.support.Replica;
import dev.flightboard.support.TestKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerFaultIT {

    private static final String TOPIC = "flights";
    private static final String LANDING = "{\"flight\":\"I768\",\"state\":\"landing\"}";
    private static final String LANDED = "{\"flight\":\"I768\",\"state\":\"landed\"}";

    // P6
    @Test
    void aServiceThatStartsBeforeKafkaBecomesReadyWithIt() {
        try (BrokerProcess broker = new BrokerProcess();
                Replica replica = Replica.launched(settings(broker))) {
            replica.awaitStarted();
            int before = replica.readiness();

            try (EventStream early = replica.events("")) {
                Block told = early.await("stale");
                broker.start();
                early.await("live");

                assertThat(before).isEqualTo(503);
                assertThat(told.id()).isEmpty();
                assertThat(replica.readiness()).isEqualTo(200);
                assertThat(early.text().split("event: stale")).hasSize(2);
            }
        }
    }

    // P14
    @Test
    void anOutageOfKafkaIsToldAndSurvivedWithoutReset() {
        try (BrokerProcess broker = BrokerProcess.started();
                TestKafka kafka = TestKafka.at(broker.servers());
                Replica replica = Replica.ready(settings(broker));
                EventStream stream = replica.events("")) {
            kafka.send(TOPIC, "I768", LANDING);
            stream.awaitBoard(board -> "landing".equals(board.state("I768")));

            broker.kill();
            stream.await("stale");
            List<String> served =
                    List.of(replica.get("/flights/I768").body(), boardOfANewBrowser(replica), "" + replica.readiness());
            broker.start();
            kafka.send(TOPIC, "I768", LANDED);
            List<Block> told = stream.until(block -> block.isFlight("I768", "landed"));
            if (told.stream().noneMatch(block -> block.is("live"))) stream.await("live");

            assertThat(served.get(0)).contains("landing");
            assertThat(served.get(1))
                    .contains("landing")
                    .contains("event: stale")
                    .doesNotContain("event: live");
            assertThat(served.get(2)).isEqualTo("200");
            assertThat(stream.text().lastIndexOf("event: reset")).isLessThan(200);
        }
    }

    @Test
    void aPartitionIsReadThatATopicMadeAnewGetsLaterUnderAFormerName() {
        try (BrokerProcess broker = BrokerProcess.started();
                TestKafka kafka = TestKafka.at(broker.servers())) {
            kafka.createTopic(TOPIC, 2);
            try (Replica replica = Replica.ready(settings(broker));
                    EventStream stream = replica.events("")) {
                // Each failure of a leader makes its epoch grow; the partition that comes later begins with 0 again.
                broker.kill();
                broker.start();
                kafka.send(TOPIC, 1, "I768", LANDING);
                stream.awaitBoard(board -> "landing".equals(board.state("I768")));
                kafka.deleteTopic(TOPIC);
                kafka.createTopic(TOPIC, 1);
                kafka.send(TOPIC, 0, "I1", LANDING);
                stream.awaitBoard(board -> board.state("I768") == null && board.state("I1") != null);

                kafka.addPartitions(TOPIC, 2);
                // Not by the producer that knows the former one.
                try (TestKafka other = TestKafka.at(broker.servers())) {
                    other.send(TOPIC, 1, "I768", LANDED);
                }

                stream.awaitBoard(board -> "landed".equals(board.state("I768")));
            }
        }
    }

    // P14
    @Test
    void aSilentKafkaIsToldInTimeAndIsFoundAgain() {
        try (BrokerProcess broker = BrokerProcess.startedBehindRelay();
                Replica replica = Replica.ready(settings(broker));
                EventStream stream = replica.events("")) {
            send(broker, LANDING);
            stream.awaitBoard(board -> "landing".equals(board.state("I768")));

            broker.relay().swallow();
            long silentAt = System.nanoTime();
            stream.await("stale");
            Duration told = Duration.ofNanos(System.nanoTime() - silentAt);
            String newBoard = boardOfANewBrowser(replica);
            broker.relay().pass();
            send(broker, LANDED);
            List<Block> after = stream.until(block -> block.isFlight("I768", "landed"));
            if (after.stream().noneMatch(block -> block.is("live"))) stream.await("live");

            // Lost-after, one watch, and a second for a busy machine.
            assertThat(told).isLessThan(Duration.ofSeconds(3));
            assertThat(newBoard).contains("event: stale").doesNotContain("event: live");
            assertThat(stream.text().lastIndexOf("event: reset")).isLessThan(200);
        }
    }

    /** Through connections of its own: those from before a silence are lost. */
    private static void send(BrokerProcess broker, String state) {
        try (TestKafka kafka = TestKafka.at(broker.servers())) {
            kafka.send(TOPIC, "I768", state);
        }
    }

    private static String boardOfANewBrowser(Replica replica) {
        try (EventStream stream = replica.events("")) {
            stream.await("stale");
            return stream.text();
        }
    }

    private static Map<String, String> settings(BrokerProcess broker) {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                broker.servers(),
                "FLIGHTBOARD_TOPIC",
                TOPIC,
                "FLIGHTBOARD_FEED_LOST_AFTER",
                "1s",
                // Longer than a test waits: what is told here is told because something happened.
                "FLIGHTBOARD_STREAM_HEARTBEAT",
                "1m");
    }
}
