package dev.flightboard.breaker;

import dev.flightboard.breaker.Fault.Area;
import dev.flightboard.breaker.Fault.Step;
import dev.flightboard.support.Relay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What breaks in the network between a replica and Kafka, and between the gateway and a replica. */
final class LinkFaults {

    /** Of packets: a bad line over the air; with more, connections do not last. */
    static final double LOSS = 0.1;

    private final List<Fault> faults = new ArrayList<>();

    private LinkFaults() {}

    static List<Fault> of(Parts parts, Random random) {
        LinkFaults links = new LinkFaults();
        int number = random.nextInt(Parts.REPLICAS);
        links.broken("link of replica " + number, parts.kafka.link(number), slowness(random));
        int behind = random.nextInt(Parts.REPLICAS);
        links.broken("way to replica " + behind, List.of(parts.ways.get(behind)), slowness(random));
        List<Relay> all = IntStream.range(0, Parts.REPLICAS)
                .mapToObj(parts.kafka::link)
                .flatMap(List::stream)
                .toList();
        links.add("links of all replicas cut", () -> all.forEach(Relay::cut), () -> all.forEach(Relay::pass));
        return links.faults;
    }

    private static Duration slowness(Random random) {
        return Duration.ofMillis(100 + random.nextInt(900));
    }

    private void broken(String name, List<Relay> relays, Duration by) {
        Step passes = () -> relays.forEach(Relay::pass);
        add(name + " cut", () -> relays.forEach(Relay::cut), passes);
        add(name + " swallows", () -> relays.forEach(Relay::swallow), passes);
        add(name + " reset", () -> relays.forEach(Relay::reset), Step.NOTHING);
        add(name + " slow by " + by.toMillis() + " ms", () -> relays.forEach(each -> each.slow(by)), passes);
        add(name + " with losses", () -> relays.forEach(each -> each.lossy(LOSS)), passes);
    }

    private void add(String name, Step begin, Step end) {
        faults.add(new Fault(name, Area.LINKS, begin, end));
    }
}
