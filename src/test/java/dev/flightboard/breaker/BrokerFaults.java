package dev.flightboard.breaker;

import dev.flightboard.breaker.Fault.Area;
import dev.flightboard.breaker.Fault.Step;
import dev.flightboard.support.KafkaNode;
import dev.flightboard.support.Relay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** What breaks in Kafka: its nodes, and the network between them. */
final class BrokerFaults {

    private final Parts parts;
    private final List<Fault> faults = new ArrayList<>();

    private BrokerFaults(Parts parts) {
        this.parts = parts;
    }

    static List<Fault> of(Parts parts, Random random) {
        BrokerFaults brokers = new BrokerFaults(parts);
        int one = random.nextInt(Parts.NODES);
        int other = (one + 1) % Parts.NODES;
        brokers.killed(one, other, random.nextInt(4));
        brokers.frozen(other);
        brokers.apart(random.nextInt(Parts.NODES));
        return brokers.faults;
    }

    private void killed(int one, int other, int partition) {
        killed("broker " + one + " killed", () -> one);
        killed("leader of partition " + partition + " killed", () -> parts.topic.leader(partition));
        add("disk of broker " + other + " full", () -> nodes(KafkaNode::fillDisk, other), () -> {
            nodes(KafkaNode::kill, other);
            launched(other);
        });
        add(
                "brokers " + one + " and " + other + " killed",
                () -> nodes(KafkaNode::kill, one, other),
                () -> launched(one, other));
    }

    private interface Choice {
        int index() throws Exception;
    }

    private void killed(String name, Choice choice) {
        int[] chosen = new int[1];
        Step killed = () -> {
            chosen[0] = choice.index();
            nodes(KafkaNode::kill, chosen[0]);
        };
        add(name, killed, () -> launched(chosen[0]));
    }

    private void frozen(int one) {
        add("broker " + one + " frozen", () -> nodes(KafkaNode::freeze, one), () -> nodes(KafkaNode::thaw, one));
        add("all brokers frozen", () -> nodes(KafkaNode::freeze, 0, 1, 2), () -> nodes(KafkaNode::thaw, 0, 1, 2));
    }

    /** Clients reach the broker, and it reaches the others; they do not reach it. */
    private void apart(int one) {
        List<Relay> ways = parts.kafka.inner(one);
        Step passes = () -> ways.forEach(Relay::pass);
        String name = "broker " + one + ", for the other brokers, ";
        add(name + "cut off", () -> ways.forEach(Relay::cut), passes);
        add(name + "silent", () -> ways.forEach(Relay::swallow), passes);
        add(name + "behind a line with losses", () -> ways.forEach(each -> each.lossy(LinkFaults.LOSS)), passes);
    }

    private void launched(int... indexes) {
        nodes(KafkaNode::launch, indexes);
        nodes(Parts::awaitReady, indexes);
    }

    private void nodes(Consumer<KafkaNode> what, int... indexes) {
        Arrays.stream(indexes).mapToObj(parts.kafka.nodes()::get).forEach(what);
    }

    private void add(String name, Step begin, Step end) {
        faults.add(new Fault(name, Area.BROKERS, begin, end));
    }
}
