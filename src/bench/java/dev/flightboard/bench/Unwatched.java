package dev.flightboard.bench;

import java.util.Locale;

/**
 * Nobody watches, and a producer sends one record at a time: what reading the topic costs by itself, and beside it what
 * Kafka's own client costs in a loop that does little else. Code that runs some hundred times a second is compiled for
 * minutes; a service that runs for days has that behind it, so what the compilers use is told apart.
 */
final class Unwatched {

    private static final int FLIGHTS = 1000;
    private static final int[] RATES = {500, 20, 0};

    private final Settings settings;
    private final Broker broker;
    private final Report report;

    Unwatched(Settings settings, Broker broker, Report report) {
        this.settings = settings;
        this.broker = broker;
        this.report = report;
    }

    void run() throws Exception {
        report.section("unwatched: no client, records sent one by one");
        report.line("| | changes/s | CPU | compilers besides | CPU µs a record | others' CPU |");
        report.line("|---|---|---|---|---|---|");
        for (Contender each : settings.contenders()) {
            if (each == Contender.FLIGHTBOARD || each == Contender.FLOOR) run(each);
        }
    }

    private void run(Contender contender) throws Exception {
        double busy = 0;
        double idle = 0;
        try (Run run = new Run(contender, settings, broker, FLIGHTS, 1, RATES[0], FanOut.WINDOW_MILLIS)) {
            for (int rate : RATES) {
                Sample cost = run.measureUnwatched(rate);
                double own = cost.cpuPercent() - cost.compilerPercent();
                if (rate == RATES[0]) busy = own;
                idle = own;
                report.line(String.format(
                        Locale.ROOT,
                        "| %s | %d | %.1f %% | %.1f %% | %.0f | %.0f %% |",
                        contender.label(),
                        rate,
                        own,
                        cost.compilerPercent(),
                        rate == 0 ? Double.NaN : (cost.cpuMicros() - cost.compilerMicros()) / (double) cost.sent(),
                        cost.othersPercent()));
            }
        }
        if (contender != Contender.FLIGHTBOARD) return;
        report.limit("500 records a second, compilers apart", busy, 6, " % of a core");
        report.limit("none, compilers apart", idle, 1.5, " % of a core");
    }
}
