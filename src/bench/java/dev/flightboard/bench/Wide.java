package dev.flightboard.bench;

import java.util.Locale;

/** Many clients and hardly a change: what a connection costs by being there. */
final class Wide {

    private static final int FLIGHTS = 1000;
    private static final int RATE = 2;

    private static final int IDLE_MILLIS = 30_000;

    private final Settings settings;
    private final Broker broker;
    private final Report report;

    Wide(Settings settings, Broker broker, Report report) {
        this.settings = settings;
        this.broker = broker;
        this.report = report;
    }

    void run() throws Exception {
        int clients = settings.sized(8000);
        report.section(String.format(Locale.ROOT, "wide: %,d clients, %d changes/s, then idle", clients, RATE));
        report.line(
                "| | MB before | MB with them | KB a client | of which live heap | idle CPU | CPU µs a delivery | p99 ms | checked |");
        report.line("|---|---|---|---|---|---|---|---|---|");
        double kib = Double.NaN;
        double idlePercent = Double.NaN;
        for (Contender each : settings.contenders()) {
            try (Run run = new Run(each, settings, broker, FLIGHTS, 1, RATE, FanOut.WINDOW_MILLIS)) {
                long heapBefore = run.server().jvm().liveHeapKib();
                long before = run.server().jvm().residentKib();
                run.join(clients);
                Result result = run.measure(RATE);
                Sample begun = run.sample();
                // Two heartbeats of each client lie within.
                Thread.sleep(IDLE_MILLIS);
                Sample idle = run.sample().since(begun);
                // After a collection, as before: in between, a heap takes what it is given.
                long heap = run.server().jvm().liveHeapKib();
                long resident = run.server().jvm().residentKib();
                report.line(String.format(
                        Locale.ROOT,
                        "| %s | %d | %d | %.1f | %.1f | %.1f %% | %.1f | %.1f | %s |",
                        each.label(),
                        before / 1024,
                        resident / 1024,
                        (resident - before) / (double) clients,
                        (heap - heapBefore) / (double) clients,
                        idle.cpuPercent(),
                        result.cpuMicrosEach(),
                        result.tally().millis(99),
                        result.wrong() == null ? "all" : result.wrong()));
                if (each != Contender.FLIGHTBOARD) continue;
                if (result.wrong() != null) report.wrong(result.wrong());
                kib = (resident - before) / (double) clients;
                idlePercent = idle.cpuPercent();
            }
        }
        if (Double.isNaN(kib)) return;
        report.limit("≤ 12 KB of resident memory a connection", kib, 12, " KB");
        report.limit("≤ 2 % of a core idle", idlePercent, 2, " %");
    }
}
