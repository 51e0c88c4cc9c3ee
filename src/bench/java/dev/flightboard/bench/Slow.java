package dev.flightboard.bench;

import java.util.Locale;

/** A few clients that hardly read, among many that do: what they cost the others, and the service. */
final class Slow {

    private static final int FLIGHTS = 1000;
    private static final int BYTES_PER_SECOND = 1024;

    // On loopback, Linux takes 3 MB for each connection at the server's end, and as many as it may at the client's:
    // only what is beyond reaches the service. 2,000 changes/s are 10 MB before the interval begins.
    private static final int FILL_RATE = 2000;
    private static final int RECEIVE_BUFFER = 8 * 1024;

    private final Settings settings;
    private final Broker broker;
    private final Report report;

    Slow(Settings settings, Broker broker, Report report) {
        this.settings = settings;
        this.broker = broker;
        this.report = report;
    }

    void run() throws Exception {
        if (!settings.contenders().contains(Contender.FLIGHTBOARD)) return;
        int fast = settings.sized(950);
        int slow = settings.sized(50);
        // The burst's 250,000 deliveries/s, over twice its clients.
        int rate = 250;
        report.section(String.format(
                Locale.ROOT, "slow: %,d clients × %d changes/s, and %d more that read 1 KB/s", fast, rate, slow));
        Result without;
        try (Run run = new Run(Contender.FLIGHTBOARD, settings, broker, FLIGHTS, 1, rate, FanOut.WINDOW_MILLIS)) {
            run.join(fast);
            without = run.measure(rate);
        }
        try (Run run = new Run(Contender.FLIGHTBOARD, settings, broker, FLIGHTS, 1, FILL_RATE, FanOut.WINDOW_MILLIS);
                Crowd laggards = new Crowd(run.plan(), run.server().port(), false, RECEIVE_BUFFER)) {
            laggards.join(slow, any -> null);
            Wait.until("the board at all clients", () -> laggards.count(Client::isLive) == slow);
            laggards.slowDown(BYTES_PER_SECOND);
            run.measure(FILL_RATE);
            run.join(fast);
            long heapBefore = run.server().jvm().liveHeapKib();
            Result with = run.measure(rate);
            long heapAfter = run.server().jvm().liveHeapKib();
            laggards.hurry();
            run.awaitLatest(laggards);
            double conflated = run.server().metric("flightboard_stream_conflated_total");

            report.line(Result.HEAD);
            report.row(without);
            report.row(with);
            if (run.wrong() != null) report.wrong(run.wrong());
            double added = with.tally().millis(99) - without.tally().millis(99);
            report.limit("the others keep their p99, within 5 ms", added, 5, " ms more");
            report.limit(
                    "memory flat: ≤ 5 % more live heap after the interval",
                    heapAfter <= heapBefore * 1.05,
                    "%d MB, then %d MB; %,.0f changes conflated",
                    heapBefore / 1024,
                    heapAfter / 1024,
                    conflated);
            report.limit("the slow end with the right board", run.wrong() == null, "%d of %d", slow, slow);
        }
    }
}
