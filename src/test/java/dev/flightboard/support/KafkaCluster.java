package dev.flightboard.support;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A Kafka of several nodes, each broker and controller, that reach each other through relays. Besides the way that its producer
 * takes, there are links: each is a way of its own to every node, through relays, for one reader whose network is to fail.
 */
public final class KafkaCluster implements AutoCloseable {

    private static final String INTERNAL = "INTERNAL";
    private static final String DIRECT = "DIRECT";
    private static final String LINK = "LINK";

    private final List<KafkaNode> nodes = new ArrayList<>();
    private final List<Integer> directPorts = new ArrayList<>();
    // Of each link one relay a node.
    private final List<List<Relay>> links = new ArrayList<>();
    // Of each node those by which all nodes reach its controller and its broker.
    private final List<List<Relay>> inner = new ArrayList<>();

    private KafkaCluster(int size, int linkCount) {
        List<Integer> controllers =
                IntStream.range(0, size).mapToObj(each -> FreePort.next()).toList();
        controllers.forEach(each -> inner.add(new ArrayList<>(List.of(new Relay(each)))));
        String voters = IntStream.range(0, size)
                .mapToObj(each ->
                        (each + 1) + "@localhost:" + inner.get(each).get(0).port())
                .collect(Collectors.joining(","));
        for (int link = 0; link < linkCount; link++) links.add(new ArrayList<>());
        for (int node = 0; node < size; node++) {
            Map<String, String> bound = new HashMap<>();
            bound.put(KafkaNode.CONTROLLER, "localhost:" + controllers.get(node));
            int internal = FreePort.next();
            inner.get(node).add(new Relay(internal));
            bound.put(INTERNAL, "localhost:" + internal);
            directPorts.add(FreePort.next());
            bound.put(DIRECT, "localhost:" + directPorts.get(node));
            Map<String, String> advertised = new HashMap<>(bound);
            advertised.put(
                    KafkaNode.CONTROLLER, "localhost:" + inner.get(node).get(0).port());
            advertised.put(INTERNAL, "localhost:" + inner.get(node).get(1).port());
            for (int link = 0; link < linkCount; link++) {
                int port = FreePort.next();
                Relay relay = new Relay(port);
                links.get(link).add(relay);
                bound.put(LINK + link, "localhost:" + port);
                advertised.put(LINK + link, "localhost:" + relay.port());
            }
            nodes.add(new KafkaNode(settings(node + 1, size, voters, bound, advertised)));
        }
    }

    /** Returns at once. */
    public static KafkaCluster launched(int size, int links) {
        KafkaCluster cluster = new KafkaCluster(size, links);
        cluster.nodes.forEach(KafkaNode::launch);
        return cluster;
    }

    public List<KafkaNode> nodes() {
        return nodes;
    }

    /** By the way on which no link lies. */
    public String servers() {
        return directPorts.stream().map(each -> "localhost:" + each).collect(Collectors.joining(","));
    }

    public String servers(int link) {
        return links.get(link).stream().map(each -> "localhost:" + each.port()).collect(Collectors.joining(","));
    }

    /** One relay a node. */
    public List<Relay> link(int link) {
        return links.get(link);
    }

    /** The ways by which the nodes reach this one. */
    public List<Relay> inner(int node) {
        return inner.get(node);
    }

    @Override
    public void close() {
        nodes.forEach(KafkaNode::close);
        Stream.of(links, inner).flatMap(List::stream).flatMap(List::stream).forEach(Relay::close);
    }

    private static Map<String, String> settings(
            int id, int size, String voters, Map<String, String> bound, Map<String, String> advertised) {
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", String.valueOf(id));
        settings.put("controller.quorum.voters", voters);
        settings.put("controller.listener.names", KafkaNode.CONTROLLER);
        settings.put("inter.broker.listener.name", INTERNAL);
        settings.put("listeners", listeners(bound));
        settings.put("advertised.listeners", listeners(advertised));
        settings.put(
                "listener.security.protocol.map",
                bound.keySet().stream().map(each -> each + ":PLAINTEXT").collect(Collectors.joining(",")));
        settings.put("auto.create.topics.enable", "false");
        settings.put("default.replication.factor", String.valueOf(size));
        settings.put("min.insync.replicas", String.valueOf(size / 2 + 1));
        // A third of the default: a node that is killed or frozen is replaced within a test's patience, and one that
        // waits for a busy core is not.
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        // A sixth of the default: so long a node waits for another one whose answer was swallowed.
        settings.put("replica.socket.timeout.ms", "5000");
        settings.put("controller.socket.timeout.ms", "5000");
        settings.put("request.timeout.ms", "5000");
        // The default is 128 MiB of heap.
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        // A look for work every second, where the default is a quarter of a minute.
        settings.put("log.cleaner.backoff.ms", "1000");
        // And for what is older than its retention, where the default is five minutes.
        settings.put("log.retention.check.interval.ms", "5000");
        // A deleted topic's files go while the test runs.
        settings.put("log.segment.delete.delay.ms", "1000");
        // Enough for three readers and a producer.
        settings.put("num.network.threads", "1");
        settings.put("num.io.threads", "2");
        settings.put("background.threads", "2");
        return settings;
    }

    private static String listeners(Map<String, String> addresses) {
        return addresses.entrySet().stream()
                .map(each -> each.getKey() + "://" + each.getValue())
                .collect(Collectors.joining(","));
    }
}
