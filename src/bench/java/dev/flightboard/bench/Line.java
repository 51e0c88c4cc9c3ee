package dev.flightboard.bench;

import java.util.Locale;

/** Everybody joins at once over one line of 100 Mbit/s, plain and compressed: the line decides who is live when. */
final class Line {

    private static final int FLIGHTS = 2000;
    private static final double MEGABITS_PER_SECOND = 100;
    private static final int ROUND_TRIP_MILLIS = 10;

    // The line takes four threads a connection.
    private static final int CLIENTS = 300;

    private final Settings settings;
    private final Broker broker;
    private final Report report;

    Line(Settings settings, Broker broker, Report report) {
        this.settings = settings;
        this.broker = broker;
        this.report = report;
    }

    void run() throws Exception {
        int clients = settings.sized(CLIENTS);
        report.section(String.format(
                Locale.ROOT,
                "line: %,d clients at once over %.0f Mbit/s, %,d flights",
                clients,
                MEGABITS_PER_SECOND,
                FLIGHTS));
        report.line("| | all live after s | KB a client |");
        report.line("|---|---|---|");
        double plain = Double.NaN;
        double compressed = Double.NaN;
        for (Contender each : settings.contenders()) {
            if (!each.isFlightboard()) continue;
            double seconds = run(each, clients);
            if (each.isCompressed()) compressed = seconds;
            else plain = seconds;
        }
        if (compressed > 0 && plain > 0) report.limit("compressed, all live after", compressed / plain, 1, " × plain");
    }

    private double run(Contender contender, int clients) throws Exception {
        try (Run run = new Run(contender, settings, broker, FLIGHTS, 1, 1, FanOut.WINDOW_MILLIS);
                Link link = new Link(run.server().port(), ROUND_TRIP_MILLIS, MEGABITS_PER_SECOND);
                Crowd crowd = new Crowd(run.plan(), link.port(), contender.isCompressed())) {
            Sample begun = run.sample();
            crowd.joinAtOnce(clients, any -> null);
            Wait.until("all live", () -> crowd.count(Client::isLive) == clients);
            double seconds = run.sample().since(begun).seconds();
            Tally tally = run.checked(crowd.take());
            if (run.wrong() != null) report.wrong(run.wrong());
            report.line(String.format(
                    Locale.ROOT, "| %s | %.2f | %.1f |", contender.label(), seconds, tally.bytes / 1024.0 / clients));
            return seconds;
        }
    }
}
