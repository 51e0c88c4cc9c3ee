package dev.flightboard.breaker;

import dev.flightboard.support.FreePort;
import dev.flightboard.support.KafkaCluster;
import dev.flightboard.support.KafkaNode;
import dev.flightboard.support.Relay;
import dev.flightboard.support.Replica;
import dev.flightboard.support.SteppingClock;
import dev.flightboard.support.Wait;
import dev.flightboard.system.Gateway;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** All that can break: three brokers, three replicas, the gateway, the topic, and the network between any two of them. */
final class Parts implements AutoCloseable {

    static final int NODES = 3;
    static final int REPLICAS = 3;

    /** The replica whose clock can step, where libfaketime is installed. */
    static final int STEPPING = 0;

    // A start takes a few seconds; several at once, on two cores with a crowd of clients and the build
    // beside, many more.
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    final Gateway gateway;
    final KafkaCluster kafka;
    final Topic topic;
    final SteppingClock clock = new SteppingClock();
    final List<Replica> replicas = new ArrayList<>();

    /** Of each replica the way from the gateway to it. */
    final List<Relay> ways = new ArrayList<>();

    Parts(Gateway gateway) throws IOException {
        this.gateway = gateway;
        kafka = KafkaCluster.launched(NODES, REPLICAS);
        kafka.nodes().forEach(Parts::awaitReady);
        topic = new Topic(kafka.servers());
        topic.create();
        for (int each = 0; each < REPLICAS; each++) {
            int inner = FreePort.next();
            replicas.add(Replica.launched(settings(each, inner)));
            ways.add(new Relay(replicas.get(each).port(), inner));
        }
        replicas.forEach(Parts::awaitReady);
        gateway.start(replicas);
    }

    static void awaitReady(KafkaNode node) {
        await("a broker's start", node::isReady);
    }

    static void awaitReady(Replica replica) {
        await("a replica's start", () -> replica.readiness() == 200);
    }

    private static void await(String what, Callable<Boolean> holds) {
        Awaitility.await(what).atMost(PATIENCE).pollInterval(Wait.BRIEFLY).until(holds);
    }

    private Map<String, String> settings(int replica, int port) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "QUARKUS_HTTP_PORT",
                String.valueOf(port),
                "KAFKA_BOOTSTRAP_SERVERS",
                kafka.servers(replica),
                "FLIGHTBOARD_TOPIC",
                Topic.NAME,
                // The test deletes it, and makes it anew itself.
                "FLIGHTBOARD_FEED_CREATE_TOPICS",
                "false",
                // Ten changes a write: clients, gateway, replicas and brokers share the cores of one machine.
                "FLIGHTBOARD_STREAM_WINDOW",
                "100ms",
                // Half of the usual: what a fault costs is then seen sooner.
                "FLIGHTBOARD_STREAM_RETRY",
                "1s",
                // A hundred clients over 2.7 s.
                "FLIGHTBOARD_STREAM_DRAIN",
                "3s"));
        if (replica == STEPPING && SteppingClock.isInstalled()) settings.putAll(clock.environment());
        return settings;
    }

    @Override
    public void close() {
        gateway.close();
        replicas.forEach(Replica::close);
        ways.forEach(Relay::close);
        topic.close();
        kafka.close();
        clock.close();
    }
}
