package dev.flightboard.breaker;

import dev.flightboard.breaker.Fault.Area;
import dev.flightboard.support.KafkaNode;
import dev.flightboard.support.Relay;
import dev.flightboard.support.Replica;
import dev.flightboard.support.SteppingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * The faults in the order in which they come, alone and two at a time. The seed decides the order and who is hit, so that the same
 * seed gives the same schedule. Each comes once before any comes again.
 */
final class Faults {

    private static final Fault.Step NOTHING = () -> {};

    // A time zone set wrong, and a clock that runs wrong: more and less than it takes for a board to be stale.
    private static final List<Duration> STEPS =
            List.of(Duration.ofHours(1), Duration.ofHours(-1), Duration.ofSeconds(40), Duration.ofSeconds(-40));

    // The clock looks once a second how far it is off.
    private static final long CLOCK_MILLIS = 2_000;

    // A board whose clock was set back by a minute at most waits for it; and what it told until then is on its way.
    private static final long BOARD_WAITS_MILLIS = 60_000;
    private static final long ON_ITS_WAY_MILLIS = 10_000;

    private final Parts parts;
    private final Traffic traffic;
    private final Ledger ledger;
    private final Random random;
    private final List<Fault> waiting = new ArrayList<>();

    Faults(Parts parts, Traffic traffic, Ledger ledger, long seed) {
        this.parts = parts;
        this.traffic = traffic;
        this.ledger = ledger;
        this.random = new Random(seed);
    }

    /** One fault, or two of two areas. */
    List<Fault> next() {
        if (waiting.isEmpty()) deal();
        List<Fault> chosen = new ArrayList<>(List.of(waiting.remove(0)));
        if (random.nextInt(3) == 0) {
            waiting.stream()
                    .filter(each -> each.area() != chosen.get(0).area())
                    .findFirst()
                    .ifPresent(other -> {
                        waiting.remove(other);
                        chosen.add(other);
                    });
        }
        chosen.sort(Comparator.comparing(Fault::area));
        return chosen;
    }

    /** Long enough for a board to become stale, or too short for that. */
    Duration hold() {
        return Duration.ofMillis(1_000 + random.nextInt(8_000));
    }

    private void deal() {
        brokers();
        replicas();
        clock();
        links();
        topic();
        waiting.add(new Fault(
                "gateway killed", Area.GATEWAY, parts.gateway::kill, () -> parts.gateway.start(parts.replicas)));
        Collections.shuffle(waiting, random);
    }

    private void brokers() {
        int one = random.nextInt(Parts.NODES);
        int other = (one + 1) % Parts.NODES;
        int partition = random.nextInt(4);
        killed("broker " + one + " killed", () -> one);
        killed("leader of partition " + partition + " killed", () -> parts.topic.leader(partition));
        waiting.add(new Fault(
                "disk of broker " + other + " full", Area.BROKERS, () -> nodes(KafkaNode::fillDisk, other), () -> {
                    nodes(KafkaNode::kill, other);
                    nodes(KafkaNode::launch, other);
                    nodes(Parts::awaitReady, other);
                }));
        waiting.add(new Fault(
                "brokers " + one + " and " + other + " killed",
                Area.BROKERS,
                () -> nodes(KafkaNode::kill, one, other),
                () -> {
                    nodes(KafkaNode::launch, one, other);
                    nodes(Parts::awaitReady, one, other);
                }));
        waiting.add(new Fault(
                "broker " + other + " frozen",
                Area.BROKERS,
                () -> nodes(KafkaNode::freeze, other),
                () -> nodes(KafkaNode::thaw, other)));
        waiting.add(new Fault(
                "all brokers frozen",
                Area.BROKERS,
                () -> nodes(KafkaNode::freeze, 0, 1, 2),
                () -> nodes(KafkaNode::thaw, 0, 1, 2)));
    }

    private interface Choice {
        int index() throws Exception;
    }

    private void killed(String name, Choice choice) {
        int[] chosen = new int[1];
        waiting.add(new Fault(
                name,
                Area.BROKERS,
                () -> {
                    chosen[0] = choice.index();
                    nodes(KafkaNode::kill, chosen[0]);
                },
                () -> {
                    nodes(KafkaNode::launch, chosen[0]);
                    nodes(Parts::awaitReady, chosen[0]);
                }));
    }

    private void nodes(Consumer<KafkaNode> what, int... indexes) {
        Arrays.stream(indexes).mapToObj(parts.kafka.nodes()::get).forEach(what);
    }

    private void replicas() {
        int number = random.nextInt(Parts.REPLICAS);
        Replica replica = parts.replicas.get(number);
        Replica other = parts.replicas.get((number + 1) % Parts.REPLICAS);
        int early = 500 + random.nextInt(2_500);
        Fault.Step startsAgain = () -> {
            replica.launch();
            Parts.awaitReady(replica);
        };
        waiting.add(
                new Fault("replica " + number + " killed while it serves", Area.REPLICAS, replica::kill, startsAgain));
        waiting.add(new Fault(
                "replica " + number + " killed and started at once",
                Area.REPLICAS,
                () -> {
                    replica.kill();
                    replica.launch();
                },
                () -> Parts.awaitReady(replica)));
        waiting.add(new Fault("replica " + number + " drained", Area.REPLICAS, replica::stop, startsAgain));
        waiting.add(new Fault("replica " + number + " killed while it catches up", Area.REPLICAS, replica::kill, () -> {
            replica.launch();
            Thread.sleep(early);
            replica.kill();
            startsAgain.run();
        }));
        waiting.add(new Fault(
                "replica " + number + " killed while it drains",
                Area.REPLICAS,
                () -> {
                    ProcessHandle.of(replica.pid()).ifPresent(ProcessHandle::destroy);
                    // Half of the drain.
                    Thread.sleep(1_500);
                    replica.kill();
                },
                startsAgain));
        waiting.add(new Fault(
                "replica " + number + " without descriptors",
                Area.REPLICAS,
                replica::exhaustDescriptors,
                replica::relieve));
        waiting.add(new Fault("replica " + number + " frozen", Area.REPLICAS, replica::freeze, replica::thaw));
        waiting.add(new Fault(
                "all replicas but one frozen",
                Area.REPLICAS,
                () -> List.of(replica, other).forEach(Replica::freeze),
                () -> List.of(replica, other).forEach(Replica::thaw)));
    }

    private void clock() {
        Duration step = STEPS.get(random.nextInt(STEPS.size()));
        long back = step.toMillis();
        long waits = ON_ITS_WAY_MILLIS + (back > 0 && back <= BOARD_WAITS_MILLIS ? back : 0);
        waiting.add(new Fault(
                "clock of replica " + Parts.STEPPING + " off by " + step.toSeconds() + " s"
                        + (SteppingClock.isInstalled() ? "" : " (without libfaketime it is not)"),
                Area.REPLICAS,
                () -> {
                    ledger.clockIsWrong();
                    parts.clock.step(step);
                },
                () -> {
                    parts.clock.step(Duration.ZERO);
                    Thread.sleep(CLOCK_MILLIS);
                    ledger.clockIsRight(System.currentTimeMillis() + waits);
                }));
    }

    private void links() {
        int number = random.nextInt(Parts.REPLICAS);
        String link = "link of replica " + number;
        int slowness = 100 + random.nextInt(900);
        List<Relay> relays = parts.kafka.link(number);
        Fault.Step passes = () -> relays.forEach(Relay::pass);
        waiting.add(new Fault(link + " cut", Area.LINKS, () -> relays.forEach(Relay::cut), passes));
        waiting.add(new Fault(link + " swallows", Area.LINKS, () -> relays.forEach(Relay::swallow), passes));
        waiting.add(new Fault(link + " reset", Area.LINKS, () -> relays.forEach(Relay::reset), NOTHING));
        waiting.add(new Fault(
                link + " slow by " + slowness + " ms",
                Area.LINKS,
                () -> relays.forEach(each -> each.slow(Duration.ofMillis(slowness))),
                passes));
        waiting.add(new Fault(
                "links of all replicas cut", Area.LINKS, () -> allLinks(Relay::cut), () -> allLinks(Relay::pass)));
    }

    private void allLinks(Consumer<Relay> what) {
        for (int each = 0; each < Parts.REPLICAS; each++) parts.kafka.link(each).forEach(what);
    }

    private void topic() {
        waiting.add(new Fault(
                "partition added", Area.TOPIC, () -> traffic.whilePaused(parts.topic::addPartition), NOTHING));
        waiting.add(new Fault(
                "topic made anew",
                Area.TOPIC,
                () -> traffic.whilePaused(() -> {
                    parts.topic.delete();
                    parts.topic.create();
                    ledger.madeAnew(System.currentTimeMillis());
                }),
                NOTHING));
        waiting.add(new Fault(
                "topic takes only short records",
                Area.TOPIC,
                () -> parts.topic.setting("max.message.bytes", "200"),
                () -> parts.topic.setting("max.message.bytes", "1048588")));
    }
}
