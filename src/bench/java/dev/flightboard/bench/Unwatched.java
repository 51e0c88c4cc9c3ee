package dev.flightboard.bench;

import java.util.Locale;

/** Nobody watches, and a producer sends one record at a time: what reading the topic costs by itself. */
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
        report.line("| changes/s | CPU | CPU µs a record | others' CPU |");
        report.line("|---|---|---|---|");
        double busy = 0;
        double idle = 0;
        try (Run run = new Run(Contender.FLIGHTBOARD, settings, broker, FLIGHTS, 1, RATES[0], FanOut.WINDOW_MILLIS)) {
            for (int rate : RATES) {
                Sample cost = run.measureUnwatched(rate);
                if (rate == RATES[0]) busy = cost.cpuPercent();
                idle = cost.cpuPercent();
                report.line(String.format(
                        Locale.ROOT,
                        "| %d | %.1f %% | %.0f | %.0f %% |",
                        rate,
                        cost.cpuPercent(),
                        rate == 0 ? Double.NaN : cost.cpuMicros() / (double) cost.sent(),
                        cost.othersPercent()));
            }
        }
        report.limit("500 records a second", busy, 6, " % of a core");
        report.limit("none", idle, 1.5, " % of a core");
    }
}
