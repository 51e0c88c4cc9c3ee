package dev.flightboard.feed;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.KafkaSettings;
import dev.flightboard.board.Board;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;

/** Creates missing topics, where the settings allow it. Waits for Kafka's answer, up to the client's timeout. */
@Singleton
class Topics {

    private static final Logger LOG = Logger.getLogger(Topics.class);

    // Kafka's default retention of removals, added to the age at which flights leave.
    private static final Duration REMOVALS_KEPT_LONGER = Duration.ofDays(1);

    private final FlightboardConfig config;
    private final KafkaSettings kafka;

    Topics(FlightboardConfig config, KafkaSettings kafka) {
        this.config = config;
        this.kafka = kafka;
    }

    static String rejected(String topic) {
        return topic + ".rejected";
    }

    /** Creates the topic of flight states. */
    void create(Admin admin) throws InterruptedException {
        if (!config.feed().createTopics()) {
            throw new KafkaException("topic " + config.topic() + " does not exist on " + kafka.servers()
                    + " and FLIGHTBOARD_FEED_CREATE_TOPICS is false: create it, compacted");
        }
        Duration removalsKept = config.board().maxAge().plus(REMOVALS_KEPT_LONGER);
        boolean created = create(
                admin,
                config.topic(),
                config.feed().partitions(),
                Map.of(
                        "cleanup.policy",
                        "compact",
                        // A removal outlives every older state that a key left in another partition.
                        "delete.retention.ms",
                        String.valueOf(removalsKept.toMillis()),
                        // A replica that lags for less finds every record that others have found.
                        "min.compaction.lag.ms",
                        String.valueOf(Board.COMPACTION_LAG.toMillis()),
                        // Producers' clocks are not to be relied on.
                        "message.timestamp.type",
                        "LogAppendTime"));
        if (created)
            LOG.infof(
                    "Topic created. topic=%s partitions=%d",
                    config.topic(), config.feed().partitions());
    }

    void ensureRejected(Admin admin) throws InterruptedException {
        String topic = rejected(config.topic());
        if (exists(admin, topic)) return;
        // Each replica copies a record, and compaction keeps one of the copies. A week is time to look at them.
        create(admin, topic, 1, Map.of("cleanup.policy", "compact,delete", "retention.ms", "604800000"));
    }

    private boolean exists(Admin admin, String topic) throws InterruptedException {
        try {
            admin.describeTopics(List.of(topic)).allTopicNames().get();
            return true;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownTopicOrPartitionException) return false;
            throw new KafkaException("topic " + topic + " cannot be described", failed.getCause());
        }
    }

    private boolean create(Admin admin, String topic, int partitions, Map<String, String> settings)
            throws InterruptedException {
        short replication = config.feed().replication();
        NewTopic wanted = new NewTopic(
                topic, Optional.of(partitions), replication < 0 ? Optional.empty() : Optional.of(replication));
        try {
            admin.createTopics(List.of(wanted.configs(settings))).all().get();
            return true;
        } catch (ExecutionException failed) {
            // Another replica was faster.
            if (failed.getCause() instanceof TopicExistsException) return false;
            throw new KafkaException("topic " + topic + " cannot be created", failed.getCause());
        }
    }
}
