package dev.flightboard.bench;

import java.util.Locale;

/**
 * What a run measured of one contender.
 *
 * @param share of all changes that a client wants
 * @param right how many clients ended with the topic's state
 */
record Result(
        Contender contender,
        int clients,
        Tally tally,
        FanOut.Sample interval,
        double share,
        long idleKib,
        long residentKib,
        int right) {

    static final String HEAD = """
            | | deliveries/s | of those wanted | CPU µs each | p50 ms | p99 ms | max ms | behind | RSS MB | KB a connection | checked |
            |---|---|---|---|---|---|---|---|---|---|---|""";

    double seconds() {
        return interval.nanos() / 1e9;
    }

    double perSecond() {
        return tally.deliveries / seconds();
    }

    double wanted() {
        return interval.sent() * share * clients;
    }

    double cpuMicrosEach() {
        return interval.cpuMicros() / (double) tally.deliveries;
    }

    boolean isRight() {
        return tally.violation == null && right == clients && tally.cut == 0;
    }

    private String checked() {
        if (tally.violation != null) return "WRONG: " + tally.violation;
        if (tally.cut > 0) return tally.cut + " clients dropped";
        return right == clients ? "all" : (clients - right) + " clients lack the newest state";
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %.1f %% | %.2f | %.1f | %.1f | %.1f | %,.0f | %d | %.1f | %s |",
                contender.label(),
                perSecond(),
                100 * tally.deliveries / wanted(),
                cpuMicrosEach(),
                tally.millis(50),
                tally.millis(99),
                tally.millis(100),
                Math.max(0, wanted() - tally.deliveries - tally.skipped),
                residentKib / 1024,
                (residentKib - idleKib) / (double) clients,
                checked());
    }
}
