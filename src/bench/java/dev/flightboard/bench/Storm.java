package dev.flightboard.bench;

import java.util.Locale;

/** Everybody at once: all clients join together, are cut together, and return with their cursors while flights change. */
final class Storm {

    private static final int FLIGHTS = 2000;
    private static final int RATE = 20;
    private static final double LIMIT_SECONDS = 5;

    // As long as a restart of what lies between browsers and service.
    private static final int AWAY_MILLIS = 2000;

    private final Settings settings;
    private final Broker broker;
    private final Report report;

    Storm(Settings settings, Broker broker, Report report) {
        this.settings = settings;
        this.broker = broker;
        this.report = report;
    }

    /** One arrival of everybody. */
    private record Wave(double seconds, double cpuSeconds, Tally tally, double snapshots, long changes) {}

    void run() throws Exception {
        int clients = settings.sized(5000);
        report.section(String.format(
                Locale.ROOT, "storm: %,d clients at once, %,d flights, %d changes/s", clients, FLIGHTS, RATE));
        report.line("| | | all live after s | CPU s | states a client | KB a client | snapshots encoded | MB |");
        report.line("|---|---|---|---|---|---|---|---|");
        for (Contender each : settings.contenders()) {
            // The textbook has nothing to show to those who join.
            if (each.hasBoard()) run(each, clients);
        }
    }

    private void run(Contender contender, int clients) throws Exception {
        try (Run run = new Run(contender, settings, broker, FLIGHTS, 1, RATE, FanOut.WINDOW_MILLIS);
                Crowd crowd = new Crowd(run.plan(), run.server().port(), contender.isCompressed())) {
            // A service that is stormed has run for a while: the code for those who come and go is compiled.
            run.warmUp(() -> {
                try (Crowd guests = new Crowd(run.plan(), run.server().port(), contender.isCompressed())) {
                    guests.join(settings.sized(500), any -> null);
                    Wait.until("the board at all guests", () -> guests.count(Client::isLive) == guests.size());
                    guests.cut();
                    guests.comeBack();
                    Wait.until("the board at all guests", () -> guests.count(Client::isLive) == guests.size());
                }
            });
            run.load().start(RATE);
            Wave join = wave(run, crowd, clients, () -> crowd.joinAtOnce(clients, any -> null));
            print(run, "join", join, clients);
            // A service without cursors has nothing to return to.
            boolean returns = contender.isFlightboard();
            Wave comeBack = returns ? comeBack(run, crowd, clients) : null;
            if (returns) print(run, "return", comeBack, clients);
            run.load().stop();
            run.awaitLatest(crowd);
            if (run.wrong() != null) report.line("\n" + contender.label() + ": " + run.wrong());
            if (returns) judge(run, join, comeBack, clients);
        }
    }

    private interface Arrival {
        void begin() throws Exception;
    }

    private Wave comeBack(Run run, Crowd crowd, int clients) throws Exception {
        int cutAt = run.plan().sent();
        crowd.cut();
        Thread.sleep(AWAY_MILLIS);
        Wave wave = wave(run, crowd, clients, crowd::comeBack);
        return new Wave(
                wave.seconds,
                wave.cpuSeconds,
                wave.tally,
                wave.snapshots,
                run.plan().sent() - cutAt);
    }

    private Wave wave(Run run, Crowd crowd, int clients, Arrival arrival) throws Exception {
        crowd.take();
        double snapshots = snapshots(run);
        Sample begun = run.sample();
        arrival.begin();
        Wait.until("all live", () -> crowd.count(Client::isLive) == clients);
        Sample cost = run.sample().since(begun);
        Tally tally = run.checked(crowd.take());
        return new Wave(cost.seconds(), cost.cpuMicros() / 1e6, tally, snapshots(run) - snapshots, cost.sent());
    }

    private static double snapshots(Run run) throws Exception {
        return run.contender().isFlightboard() ? run.server().metric("flightboard_stream_snapshots_total") : Double.NaN;
    }

    private void print(Run run, String name, Wave wave, int clients) throws Exception {
        report.line(String.format(
                Locale.ROOT,
                "| %s | %s | %.2f | %.2f | %.1f | %.1f | %.0f | %d |",
                run.contender().label(),
                name,
                wave.seconds,
                wave.cpuSeconds,
                wave.tally.deliveries / (double) clients,
                wave.tally.bytes / 1024.0 / clients,
                wave.snapshots,
                run.server().jvm().residentKib() / 1024));
    }

    private void judge(Run run, Wave join, Wave comeBack, int clients) throws Exception {
        if (run.wrong() != null) report.wrong(run.wrong());
        report.limit("all live within 5 s", join.seconds, LIMIT_SECONDS, " s");
        report.limit("all back within 5 s", comeBack.seconds, LIMIT_SECONDS, " s");
        report.limit("the snapshot is encoded once", join.snapshots <= 1, "%.0f times", join.snapshots);
        double states = comeBack.tally.deliveries / (double) clients;
        report.limit(
                "a return costs only what changed",
                comeBack.tally.resets == 0 && comeBack.snapshots == 0 && states <= comeBack.changes,
                "%.1f states a client of %d changes meanwhile, %d resets",
                states,
                comeBack.changes,
                comeBack.tally.resets);
    }
}
