package dev.flightboard.breaker;

import dev.flightboard.support.TestKafka;
import dev.flightboard.support.Wait;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** The topic of flights as its operator sees it, three times replicated, with the settings that the service gives its own. */
final class Topic implements AutoCloseable {

    static final String NAME = "flights";

    private static final int FIRST_PARTITIONS = 4;
    private static final Map<String, String> SETTINGS = Map.of(
            "cleanup.policy", "compact,delete",
            // Longer than any quiet: every flight is written again, or removed, far sooner.
            "retention.ms", "300000",
            "min.insync.replicas", "2",
            "message.timestamp.type", "LogAppendTime",
            // The service's rule: no record is dropped within five minutes.
            "min.compaction.lag.ms", "300000",
            // Three days, a day longer than a flight's greatest age.
            "delete.retention.ms", "259200000",
            // So that the cleaner has closed segments to work on, and works on them.
            "segment.ms", "10000",
            "min.cleanable.dirty.ratio", "0.01");

    private final Admin admin;
    private int partitions;

    Topic(String servers) {
        admin = Admin.create(Map.of("bootstrap.servers", servers));
    }

    void create() {
        partitions = FIRST_PARTITIONS;
        // While a deletion is under way the name is still taken.
        Wait.until("a new topic", () -> {
            try {
                admin.createTopics(List.of(new NewTopic(NAME, partitions, (short) 3).configs(SETTINGS)))
                        .all()
                        .get();
                return true;
            } catch (ExecutionException notYet) {
                return false;
            }
        });
        awaitLeaders();
    }

    void delete() throws Exception {
        admin.deleteTopics(List.of(NAME)).all().get();
    }

    int addPartition() throws Exception {
        partitions++;
        admin.createPartitions(Map.of(NAME, NewPartitions.increaseTo(partitions)))
                .all()
                .get();
        awaitLeaders();
        return partitions;
    }

    /** A partition without one is not there yet for a producer. */
    private void awaitLeaders() {
        Wait.until("leaders of all partitions", () -> {
            try {
                return admin.describeTopics(List.of(NAME)).allTopicNames().get().get(NAME).partitions().stream()
                                .filter(each -> each.leader() != null)
                                .count()
                        == partitions;
            } catch (ExecutionException notYet) {
                return false;
            }
        });
    }

    /** The index of the node that leads a partition. */
    int leader(int partition) throws Exception {
        return admin.describeTopics(List.of(NAME))
                        .allTopicNames()
                        .get()
                        .get(NAME)
                        .partitions()
                        .get(partition % partitions)
                        .leader()
                        .id()
                - 1;
    }

    void setting(String name, String value) throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, NAME);
        AlterConfigOp set = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(topic, List.of(set))).all().get();
    }

    /** How many of its records compaction and retention have left. */
    String contents(String servers) throws Exception {
        try (TestKafka kafka = TestKafka.at(servers)) {
            List<ConsumerRecord<String, byte[]>> records = kafka.records(NAME);
            long written = records.stream()
                    .collect(Collectors.toMap(ConsumerRecord::partition, ConsumerRecord::offset, Math::max))
                    .values()
                    .stream()
                    .mapToLong(last -> last + 1)
                    .sum();
            return "the topic holds %d of the %d records that were written since it was made, in %d partitions; %d are beyond its retention"
                    .formatted(records.size(), written, partitions, beyondRetention());
        }
    }

    private long beyondRetention() throws Exception {
        Map<TopicPartition, OffsetSpec> beginnings = IntStream.range(0, partitions)
                .boxed()
                .collect(Collectors.toMap(each -> new TopicPartition(NAME, each), each -> OffsetSpec.earliest()));
        return admin.listOffsets(beginnings).all().get().values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }

    @Override
    public void close() {
        admin.close(Wait.BRIEFLY);
    }
}
