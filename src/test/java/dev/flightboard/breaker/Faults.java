package dev.flightboard.breaker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * The faults in the order in which they come, alone and two at a time. The seed decides the order and who is hit, so that the same
 * seed gives the same schedule. Each comes once before any comes again; but the topic is made anew one time in three, so that it
 * lives for long enough for compaction and retention to have something to take.
 */
final class Faults {

    private final Parts parts;
    private final Traffic traffic;
    private final Ledger ledger;
    private final Random random;
    private final List<Fault> waiting = new ArrayList<>();
    private int deals;

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
        waiting.addAll(BrokerFaults.of(parts, random));
        waiting.addAll(ReplicaFaults.of(parts, ledger, random));
        waiting.addAll(LinkFaults.of(parts, random));
        waiting.addAll(GatewayFaults.of(parts));
        waiting.addAll(TopicFaults.of(parts, traffic));
        if (deals % 3 == 0) waiting.add(TopicFaults.madeAnew(parts, traffic, ledger));
        deals++;
        Collections.shuffle(waiting, random);
    }
}
