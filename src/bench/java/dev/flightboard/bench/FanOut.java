package dev.flightboard.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Constant load, all contenders side by side: burst, the same sent one by one, ordinary and latency. */
final class FanOut {

    private static final int FLIGHTS = 1000;

    // What flightboard.stream.window is by default.
    static final int WINDOW_MILLIS = 10;

    private final Settings settings;
    private final Broker broker;
    private final Report report;

    FanOut(Settings settings, Broker broker, Report report) {
        this.settings = settings;
        this.broker = broker;
        this.report = report;
    }

    void burst() throws Exception {
        int clients = settings.sized(500);
        Map<Contender, Result> results = run("burst", clients, 500, WINDOW_MILLIS, Run::measure);
        Result flightboard = results.get(Contender.FLIGHTBOARD);
        Result floor = results.get(Contender.FLOOR);
        if (flightboard == null) return;
        report.limit(
                String.format(Locale.ROOT, "all %,d deliveries/s", clients * 500),
                flightboard.deliveredPercent() > 99,
                "%,.0f/s",
                flightboard.perSecond());
        if (floor != null) {
            double ratio = flightboard.cpuMicrosEach() / floor.cpuMicrosEach();
            report.limit("CPU a delivery ≤ 1.5 × the coalescing floor", ratio, 1.5, " ×");
        }
        limitCompressed(results, 1.0);
        report.limit("p99 ≤ window + 15 ms", flightboard.tally().millis(99), WINDOW_MILLIS + 15, " ms");
    }

    /** The burst's load by a producer that sends one record at a time, as many do. */
    void oneByOne() throws Exception {
        Map<Contender, Result> results = run("onebyone", settings.sized(500), 500, WINDOW_MILLIS, Run::measureOneByOne);
        Result flightboard = results.get(Contender.FLIGHTBOARD);
        Result floor = results.get(Contender.FLOOR);
        if (flightboard == null || floor == null) return;
        double ratio = flightboard.cpuMicrosEach() / floor.cpuMicrosEach();
        report.limit("CPU a delivery ≤ 1.2 × the coalescing floor", ratio, 1.2, " ×");
    }

    void ordinary() throws Exception {
        Map<Contender, Result> results = run("ordinary", settings.sized(2000), 20, 0, Run::measure);
        Result flightboard = results.get(Contender.FLIGHTBOARD);
        Result floor = results.get(Contender.FLOOR);
        if (flightboard == null) return;
        if (floor != null) {
            double ratio = flightboard.cpuMicrosEach() / floor.cpuMicrosEach();
            report.limit("CPU a delivery ≤ 1.25 × the one-write floor", ratio, 1.25, " ×");
        }
        limitCompressed(results, 1.05);
        report.limit("p99 ≤ 50 ms", flightboard.tally().millis(99), 50, " ms");
    }

    private void limitCompressed(Map<Contender, Result> results, double most) throws IOException {
        Result plain = results.get(Contender.FLIGHTBOARD);
        Result gzip = results.get(Contender.GZIP);
        if (gzip == null) return;
        report.limit("compressed, CPU a delivery", gzip.cpuMicrosEach() / plain.cpuMicrosEach(), most, " ×");
        report.limit(
                "compressed, p50 more", gzip.tally().millis(50) - plain.tally().millis(50), 1, " ms");
        report.limit(
                "compressed, p99 more", gzip.tally().millis(99) - plain.tally().millis(99), 3, " ms");
        report.limit("compressed, bytes a delivery", gzip.bytesEach(), 30, "");
    }

    void latency() throws Exception {
        run("latency", settings.sized(100), 20, 0, Run::measure);
    }

    private interface Measure {
        Result of(Run run, int rate) throws Exception;
    }

    private Map<Contender, Result> run(String name, int clients, int rate, int floorWindowMillis, Measure measure)
            throws Exception {
        report.section(String.format(
                Locale.ROOT,
                "%s: %,d clients × %,d changes/s, %d s once all is compiled",
                name,
                clients,
                rate,
                settings.seconds()));
        Map<Contender, List<Result>> rounds = new EnumMap<>(Contender.class);
        for (int round = 0; round < settings.rounds(); round++) {
            for (Contender each : settings.contenders()) {
                int window = each == Contender.FLOOR ? floorWindowMillis : WINDOW_MILLIS;
                try (Run run = new Run(each, settings, broker, FLIGHTS, 1, rate, window)) {
                    run.join(clients);
                    rounds.computeIfAbsent(each, any -> new ArrayList<>()).add(measure.of(run, rate));
                }
            }
        }
        report.line(Result.HEAD);
        Map<Contender, Result> medians = new EnumMap<>(Contender.class);
        for (Contender each : rounds.keySet()) {
            Result median = Result.median(rounds.get(each));
            medians.put(each, median);
            report.row(median);
        }
        return medians;
    }
}
