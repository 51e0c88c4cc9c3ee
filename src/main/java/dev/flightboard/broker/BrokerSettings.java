package dev.flightboard.broker;

import java.nio.file.Path;
import java.util.Map;

/** The embedded Kafka's own settings, as {@code server.properties} would hold them: one node, few clients, little memory. */
final class BrokerSettings {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private BrokerSettings() {}

    static Map<String, String> of(int brokerPort, int controllerPort, Path directory) {
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", String.valueOf(NODE_ID)),
                Map.entry("controller.quorum.voters", NODE_ID + "@localhost:" + controllerPort),
                Map.entry("controller.listener.names", CONTROLLER_LISTENER),
                Map.entry(
                        "listeners",
                        "PLAINTEXT://localhost:" + brokerPort + "," + CONTROLLER_LISTENER + "://localhost:"
                                + controllerPort),
                Map.entry("log.dirs", directory.toString()),

                // A misspelt topic must be an error for its producer, not a new topic that nobody reads.
                Map.entry("auto.create.topics.enable", "false"),

                // There is one node to hold each of Kafka's own topics.
                Map.entry("default.replication.factor", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                // One partition instead of 50: one machine has few consumer groups, and each partition is open files.
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("transaction.state.log.num.partitions", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                // No need to wait for more members: consumer groups on one machine are small.
                Map.entry("group.initial.rebalance.delay.ms", "0"),

                // A broker that was killed is still registered for this long, and its successor waits for it: 9 s by
                // default. Five heartbeats fit, enough where no network lies between broker and controller.
                Map.entry("broker.session.timeout.ms", "1500"),
                Map.entry("broker.heartbeat.interval.ms", "300"),

                // 24 bytes a key: one pass of the cleaner takes 150,000 flights. The default is 128 MiB of heap.
                Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
                Map.entry("log.cleaner.enable", "true"),
                // Enough for one producer and a few consumers; the defaults (3, 8 and 10) are for a machine that
                // runs only Kafka.
                Map.entry("num.network.threads", "1"),
                Map.entry("num.io.threads", "2"),
                Map.entry("background.threads", "2"));
    }
}
