package dev.flightboard.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** From the start of the process to a board that is caught up, by what the topic holds; and the memory of the idle service. */
final class Start {

    private static final int[] FLIGHTS = {0, 1000, 100_000};
    private static final double LIMIT_SECONDS = 3;

    // Until what the start leaves behind is done.
    private static final int SETTLE_MILLIS = 5000;

    private final Settings settings;
    private final Broker broker;
    private final Report report;

    Start(Settings settings, Broker broker, Report report) {
        this.settings = settings;
        this.broker = broker;
        this.report = report;
    }

    void run() throws Exception {
        report.section("start: the packaged service, by flights in the topic");
        report.line("| flights | process to ready s | JVM up to caught up s | CPU s | MB idle | MB live heap |");
        report.line("|---|---|---|---|---|---|");
        double last = 0;
        for (int flights : FLIGHTS) last = run(flights == 0 ? 0 : settings.sized(flights));
        report.limit("100,000 flights within 3 s of the JVM", last, LIMIT_SECONDS, " s");
    }

    private double run(int flights) throws Exception {
        String topic = "flight-states-" + System.nanoTime();
        try (Load load = new Load(new Plan(flights, 1, 0), broker.servers(), topic)) {
            load.open();
        }
        Instant begun = Instant.now();
        try (Server server = Contender.FLIGHTBOARD.start(settings, broker.servers(), topic, FanOut.WINDOW_MILLIS)) {
            Duration ready = Duration.between(begun, Instant.now());
            Duration sinceBoot = StartLog.toCaughtUp(server.jvm());
            double cpuSeconds = server.jvm().cpuMicros() / 1e6;
            Thread.sleep(SETTLE_MILLIS);
            long idle = server.jvm().residentKib();
            report.line(String.format(
                    Locale.ROOT,
                    "| %,d | %.2f | %.2f | %.1f | %d | %d |",
                    flights,
                    ready.toMillis() / 1e3,
                    sinceBoot.toMillis() / 1e3,
                    cpuSeconds,
                    idle / 1024,
                    server.jvm().liveHeapKib() / 1024));
            return sinceBoot.toMillis() / 1e3;
        }
    }
}
