package dev.flightboard.bench;

import java.util.Locale;

/**
 * Clients that each watch one airline: whether the cost follows what is delivered, or who listens. And the screens of an
 * airport, each with a filter of its own.
 */
final class Filtered {

    private static final int FLIGHTS = 1000;
    private static final int RATE = 200;

    // One a gate, belt and row of desks of a large airport, and those on its walls.
    private static final int SCREENS = 500;

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
                "filtered: %,d clients, %d filters, %d changes/s; then a fifth of both; then all without a filter; then %d screens"
                        + " with a filter each",
                clients,
                filters,
                RATE,
                settings.sized(SCREENS)));
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
        int screens = settings.sized(SCREENS);
        double alone = run(Contender.FLIGHTBOARD, screens, screens);
        report.limit("as many deliveries to five times the clients: ≤ 1.25 × the CPU", many / few, 1.25, " ×");
        report.limit(screens + " screens with a filter each: ≤ 25 % of a core", alone, 25, " %");
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
