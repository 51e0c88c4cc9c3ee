package dev.flightboard.bench;

import java.util.Locale;

/** Clients that each watch one airline: whether the cost follows what is delivered, or who listens. */
final class Filtered {

    private static final int FLIGHTS = 1000;
    private static final int RATE = 200;

    private final Settings settings;
    private final Broker broker;
    private final Report report;

    Filtered(Settings settings, Broker broker, Report report) {
        this.settings = settings;
        this.broker = broker;
        this.report = report;
    }

    void run() throws Exception {
        int clients = settings.sized(1000);
        int filters = settings.sized(200);
        report.section(String.format(
                Locale.ROOT,
                "filtered: %,d clients, %d filters, %d changes/s; then a fifth of both; then all without a filter",
                clients,
                filters,
                RATE));
        report.line(Result.HEAD);
        for (Contender each : settings.contenders()) {
            // The floor knows no filters.
            if (each == Contender.TEXTBOOK) run(each, clients, filters);
        }
        if (!settings.contenders().contains(Contender.FLIGHTBOARD)) return;
        double many = run(Contender.FLIGHTBOARD, clients, filters);
        // A change has as many readers in each, so as much is delivered.
        double few = run(Contender.FLIGHTBOARD, Math.max(1, clients / 5), Math.max(1, filters / 5));
        run(Contender.FLIGHTBOARD, clients, 1);
        if (settings.contenders().contains(Contender.GZIP)) {
            double compressed = run(Contender.GZIP, clients, filters);
            report.limit("the same compressed: ≤ 1.25 × the CPU", compressed / many, 1.25, " ×");
        }
        report.limit("as many deliveries to five times the clients: ≤ 1.25 × the CPU", many / few, 1.25, " ×");
    }

    /** The CPU it took, in percent of a core. */
    private double run(Contender contender, int clients, int filters) throws Exception {
        try (Run run = new Run(contender, settings, broker, FLIGHTS, filters, RATE, FanOut.WINDOW_MILLIS)) {
            run.join(clients, client -> filters == 1 ? null : "Airline " + client % filters);
            Result result = run.measure(RATE, 1.0 / filters);
            report.row(result);
            return result.interval().cpuPercent();
        }
    }
}
