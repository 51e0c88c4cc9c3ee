package dev.flightboard.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.Wait;
import dev.flightboard.system.Gateway;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Breaks one or two things at a time, under load, and after each waits in quiet until every client has the board that is in
 * Kafka. The seed decides what breaks, and when; {@code -Dbreaker.seconds=3600} goes on for an hour.
 */
class BreakerIT {

    // The start takes a third.
    private static final int SECONDS = Integer.getInteger("breaker.seconds", 60);

    // On busy cores the start has taken more than all of that.
    private static final int LEAST_FAULTS = 3;

    private static final long SEED = Long.getLong("breaker.seed", 1);
    private static final int CLIENTS = Integer.getInteger("breaker.clients", 300);
    private static final int FLIGHTS = 300;
    private static final int CHANGES_A_SECOND = 100;

    // The longest waits that may follow each other: a broker's start on busy cores, the pause between two tries of
    // Kafka's clients, a cursor from ahead, and a client's way back.
    private static final long RECOVERY_MILLIS = 60_000;

    private final Report report = new Report(SEED);
    private final Ledger ledger = new Ledger(FLIGHTS);
    private int faults;
    private long longestRecovery;
    private long longestStale;
    private long told;

    @Test
    void whateverBreaksEveryClientEndsWithTheBoardThatIsInKafka() throws Exception {
        Gateway gateway = Gateway.nginx();
        gateway.assumeInstalled();
        report.line("seed %d, %d s, %d clients, %d changes a second", SEED, SECONDS, CLIENTS, CHANGES_A_SECOND);
        try (Parts parts = new Parts(gateway);
                Traffic traffic = new Traffic(parts.kafka.servers(), ledger, SEED)) {
            traffic.start(CHANGES_A_SECOND);
            try (Clients clients = new Clients(gateway.port(), CLIENTS, ledger, new Tally(), SEED)) {
                Faults schedule = new Faults(parts, traffic, ledger, SEED);
                try {
                    settle(clients, traffic, System.currentTimeMillis(), "start");

                    do {
                        under(schedule.next(), schedule.hold(), clients, traffic);
                    } while ((report.seconds() < SECONDS || faults < LEAST_FAULTS)
                            && breaches(clients).isEmpty());

                    report.line(parts.topic.contents(parts.kafka.servers()));
                } finally {
                    verdict(clients, traffic);
                }
                assertThat(breaches(clients)).as("see " + report.folder()).isEmpty();
            }
        }
    }

    private void under(List<Fault> together, Duration hold, Clients clients, Traffic traffic) throws Exception {
        String name = together.stream().map(Fault::name).collect(Collectors.joining(", and "));
        faults += together.size();
        report.line("%s, for %d ms", name, hold.toMillis());
        for (Fault each : together) each.begin().run();
        Thread.sleep(hold.toMillis());
        report.line("made whole");
        // The last first: what is asked of Kafka needs brokers, and a replica that starts needs a link.
        for (int each = together.size() - 1; each >= 0; each--)
            together.get(each).end().run();
        settle(clients, traffic, System.currentTimeMillis(), name);
    }

    /** The quiet in which everybody must come to the same board; then the traffic goes on. */
    private void settle(Clients clients, Traffic traffic, long whole, String after) throws Exception {
        traffic.pause();
        clients.calm(true);
        long answered = System.currentTimeMillis();
        long deadline = answered + RECOVERY_MILLIS;
        List<String> missing = missing(clients);
        while (!missing.isEmpty() && System.currentTimeMillis() < deadline) {
            Thread.sleep(Wait.BRIEFLY.toMillis());
            missing = missing(clients);
        }
        long now = System.currentTimeMillis();
        if (!missing.isEmpty()) {
            report.line("%d clients are not there: %s", missing.size(), missing.get(0));
            clients.look(all -> {
                all.forEach(each -> each.checker.quiet(now));
                return all;
            });
        }
        report.line("Kafka had answered the producer after %d ms", answered - whole);
        figures(clients, now - whole, after);
        ledger.allIsRead(now);
        clients.calm(false);
        traffic.resume();
    }

    private void figures(Clients clients, long recovery, String after) {
        clients.figures(tally -> {
            report.line(
                    "recovered in %d ms, longest staleness told %d ms, %d states told, %d of them again, %d resets, %d"
                            + " refusals; %s",
                    recovery,
                    tally.longestStaleMillis(),
                    tally.states(),
                    tally.resent(),
                    tally.resets(),
                    tally.refusals(),
                    after);
            longestRecovery = Math.max(longestRecovery, recovery);
            longestStale = Math.max(longestStale, tally.longestStaleMillis());
            told += tally.states();
            tally.clear();
            return tally;
        });
    }

    private void verdict(Clients clients, Traffic traffic) {
        clients.look(all -> {
            report.breaches(all);
            return all;
        });
        report.line(
                "%s: seed %d, %d faults, %d changes (%d refused, %d of unknown fate), %d states told, longest recovery %d ms,"
                        + " longest staleness told %d ms",
                breaches(clients).isEmpty() ? "HELD" : "BROKEN",
                SEED,
                faults,
                traffic.changes(),
                traffic.refused(),
                traffic.unknown(),
                told,
                longestRecovery,
                longestStale);
    }

    private static List<String> missing(Clients clients) {
        return clients.look(all -> all.stream()
                .map(each -> each.checker.misses())
                .filter(Objects::nonNull)
                .toList());
    }

    private static List<Breach> breaches(Clients clients) {
        return clients.look(all ->
                all.stream().flatMap(each -> each.checker.breaches().stream()).toList());
    }
}
