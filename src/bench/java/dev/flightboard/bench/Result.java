package dev.flightboard.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What an interval of constant load showed of one contender.
 *
 * @param share of all changes that a client wants
 * @param wrong what was found wrong, from the first byte to the end state of each client; null where nothing was
 */
record Result(
        Contender contender,
        int clients,
        int rate,
        Tally tally,
        Sample interval,
        double share,
        long idleKib,
        long residentKib,
        String wrong) {

    static final String HEAD = """
            | | clients | changes/s | deliveries/s | of those wanted | CPU | CPU µs a delivery | bytes a delivery | p50 ms | p99 ms | max ms | fell behind by | MB | KB a client | checked | others' CPU |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|""";

    double perSecond() {
        return tally.deliveries / interval.seconds();
    }

    private double wanted() {
        return interval.sent() * share * clients;
    }

    /** Of the deliveries wanted, in percent. Those that a later state of the flight made needless count as made. */
    double deliveredPercent() {
        return 100 * (tally.deliveries + tally.skipped) / wanted();
    }

    double cpuMicrosEach() {
        return interval.cpuMicros() / (double) tally.deliveries;
    }

    /** On the wire, all that HTTP adds within. */
    double bytesEach() {
        return tally.bytes / (double) tally.deliveries;
    }

    double kibPerClient() {
        return (residentKib - idleKib) / (double) clients;
    }

    static Result median(List<Result> results) {
        return results.stream()
                .sorted(Comparator.comparingDouble(Result::cpuMicrosEach))
                .toList()
                .get(results.size() / 2);
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %,.0f | %.1f %% | %.1f %% | %.2f | %.1f | %.1f | %.1f | %.1f | %,.0f | %d | %.1f | %s | %.0f %% |",
                contender.label(),
                clients,
                rate,
                perSecond(),
                deliveredPercent(),
                interval.cpuPercent(),
                cpuMicrosEach(),
                bytesEach(),
                tally.millis(50),
                tally.millis(99),
                tally.millis(100),
                Math.max(0, wanted() - tally.deliveries - tally.skipped),
                residentKib / 1024,
                kibPerClient(),
                wrong == null ? "all" : wrong,
                interval.othersPercent());
    }
}
