package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.EventStream;
import dev.flightboard.support.KafkaCluster;
import dev.flightboard.support.KafkaNode;
import dev.flightboard.support.Replica;
import dev.flightboard.support.TestKafka;
import dev.flightboard.support.Wait;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartitionInfo;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Kafka takes back records that were read, and gives their offsets to others: nobody may go on seeing what was taken back. */
@Tag("election")
class UncleanElectionIT {

    private static final String TOPIC = "flights";

    @Test
    void whatKafkaTookBackLeavesOpenStreamsReturningClientsAndReplicasThatStart() throws Exception {
        try (KafkaCluster cluster = KafkaCluster.launched(3, 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.servers()))) {
            KafkaNode leader = cluster.nodes().get(0);
            KafkaNode behind = cluster.nodes().get(1);
            cluster.nodes().forEach(each -> await("a broker's start", each::isReady));
            createTopic(admin);
            Map<String, String> settings =
                    Map.of("KAFKA_BOOTSTRAP_SERVERS", cluster.servers(), "FLIGHTBOARD_TOPIC", TOPIC);
            send(cluster, "kept", "landing");
            send(cluster, "changed", "landing");

            try (Replica replica = Replica.ready(settings);
                    EventStream open = replica.events("")) {
                behind.kill();
                awaitAlone(admin, 1);
                send(cluster, "changed", "landed");
                send(cluster, "lost", "landing");
                open.awaitBoard(board -> board.state("lost") != null);
                String cursor = open.lastEventId();
                assertThat(open.board().state("changed")).isEqualTo("landed");

                leader.kill();
                behind.launch();
                awaitAlone(admin, 2);
                // They stand at the offsets of those that were lost.
                send(cluster, "new", "landing");
                send(cluster, "newer", "landing");
                send(cluster, "newest", "landing");
                leader.launch();

                assertTaken(open);
                try (EventStream returned = replica.events("?after=" + cursor)) {
                    returned.await("reset");
                    assertTaken(returned);
                }
                try (Replica started = Replica.ready(settings);
                        EventStream elsewhere = started.events("?after=" + cursor)) {
                    elsewhere.await("reset");
                    assertTaken(elsewhere);
                }
            }
        }
    }

    private static void assertTaken(EventStream stream) {
        stream.awaitBoard(board -> board.state("newest") != null);
        assertThat(stream.board().flights()).containsOnlyKeys("changed", "kept", "new", "newer", "newest");
        assertThat(stream.board().state("changed")).isEqualTo("landing");
    }

    private static void createTopic(Admin admin) throws Exception {
        NewTopic topic = new NewTopic(TOPIC, Map.of(0, List.of(1, 2)))
                .configs(Map.of(
                        "cleanup.policy", "compact",
                        "min.insync.replicas", "1",
                        "unclean.leader.election.enable", "true"));
        admin.createTopics(List.of(topic)).all().get();
    }

    /** Until that node leads, and no other has all of the partition. */
    private static void awaitAlone(Admin admin, int node) {
        await("node " + node + " alone in sync", () -> {
            try {
                TopicPartitionInfo partition = admin.describeTopics(List.of(TOPIC))
                        .allTopicNames()
                        .get()
                        .get(TOPIC)
                        .partitions()
                        .get(0);
                return partition.leader() != null
                        && partition.leader().id() == node
                        && partition.isr().size() == 1;
            } catch (ExecutionException notYet) {
                return false;
            }
        });
    }

    private static void send(KafkaCluster cluster, String id, String state) {
        try (TestKafka kafka = TestKafka.at(cluster.servers())) {
            kafka.send(TOPIC, id, "{\"flight\":\"" + id + "\",\"state\":\"" + state + "\"}");
        }
    }

    // A node's start, and then the election, on busy cores.
    private static void await(String what, Callable<Boolean> holds) {
        Awaitility.await(what)
                .atMost(Wait.DEADLINE.multipliedBy(3))
                .pollInterval(Wait.BRIEFLY)
                .until(holds);
    }
}
