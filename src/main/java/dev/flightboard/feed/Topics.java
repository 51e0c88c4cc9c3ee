package dev.flightboard.feed;

import dev.flightboard.FlightboardConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;

/** Makes the topics that are missing, where the service may, and says what is wrong with those that are there. */
final class Topics {

    private static final Logger LOG = Logger.getLogger(Topics.class);

    private final FlightboardConfig config;
    private final String servers;

    Topics(FlightboardConfig config, String servers) {
        this.config = config;
        this.servers = servers;
    }

    /** Waits until the topic of flight states is there; throws {@link KafkaException} where it cannot be. */
    void ensure(Admin admin) throws InterruptedException {
        if (isMissing(admin, config.topic())) {
            if (!config.feed().createTopics()) {
                throw new KafkaException("topic " + config.topic() + " does not exist on " + servers
                        + " and FLIGHTBOARD_FEED_CREATE_TOPICS is false: create it, compacted");
            }
            create(admin, config.topic(), config.feed().partitions(), Map.of("cleanup.policy", "compact"));
            LOG.infof(
                    "Topic created. topic=%s partitions=%d",
                    config.topic(), config.feed().partitions());
        }
        warnOfSettings(admin);
        String rejected = RejectedRecords.topic(config.topic());
        if (config.feed().createTopics() && isMissing(admin, rejected)) {
            // Compaction makes the replicas' copies one; a week is time to look at them.
            create(admin, rejected, 1, Map.of("cleanup.policy", "compact,delete", "retention.ms", "604800000"));
        }
    }

    private boolean isMissing(Admin admin, String topic) throws InterruptedException {
        try {
            admin.describeTopics(List.of(topic)).allTopicNames().get();
            return false;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownTopicOrPartitionException) return true;
            throw problem("topic " + topic + " cannot be described on " + servers, failed);
        }
    }

    private void create(Admin admin, String topic, int partitions, Map<String, String> settings)
            throws InterruptedException {
        short replication = config.feed().replication();
        NewTopic wanted = new NewTopic(
                topic, Optional.of(partitions), replication < 0 ? Optional.empty() : Optional.of(replication));
        try {
            admin.createTopics(List.of(wanted.configs(settings))).all().get();
        } catch (ExecutionException failed) {
            // Another replica was faster.
            if (failed.getCause() instanceof TopicExistsException) return;
            throw problem("topic " + topic + " cannot be created on " + servers, failed);
        }
    }

    private void warnOfSettings(Admin admin) throws InterruptedException {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, config.topic());
        try {
            Config settings = admin.describeConfigs(List.of(topic)).all().get().get(topic);
            String policy = settings.get("cleanup.policy").value();
            if (!policy.contains("compact")) {
                LOG.warnf(
                        "The topic is not compacted: it forgets flights by age and keeps every old state. Set cleanup.policy=compact. topic=%s cleanup.policy=%s",
                        config.topic(), policy);
            }
            long retention = Long.parseLong(settings.get("delete.retention.ms").value());
            if (retention <= config.board().tombstoneMemory().toMillis()) {
                LOG.warnf(
                        "The topic forgets removals sooner than FLIGHTBOARD_BOARD_TOMBSTONE_MEMORY: a browser that returns to a new replica may keep a flight that has gone. topic=%s delete.retention.ms=%d",
                        config.topic(), retention);
            }
        } catch (ExecutionException notAllowed) {
            LOG.debugf(notAllowed, "The topic's settings cannot be read");
        }
    }

    private static KafkaException problem(String what, ExecutionException failed) {
        return new KafkaException(what + ": " + failed.getCause().getMessage(), failed.getCause());
    }
}
