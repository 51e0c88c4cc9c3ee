package dev.flightboard.bench;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The cost of a delivery over clients and changes a second, beside the floor's. */
final class Scale {

    private static final int FLIGHTS = 1000;
    private static final int[] CLIENTS = {250, 1000, 4000, 8000};
    private static final int[] RATES = {10, 30, 100, 1000};

    // What two cores carry, clients included.
    private static final int MOST_DELIVERIES = 250_000;

    private final Settings settings;
    private final Broker broker;
    private final Report report;

    Scale(Settings settings, Broker broker, Report report) {
        this.settings = settings;
        this.broker = broker;
        this.report = report;
    }

    void run() throws Exception {
        report.section("scale: CPU µs a delivery, and the floor's");
        report.line("| clients | 10 changes/s | 30 changes/s | 100 changes/s | 1,000 changes/s |");
        report.line("|---|---|---|---|---|");
        Map<Integer, Double> first = new TreeMap<>();
        double worst = 0;
        for (int clients : CLIENTS) {
            Map<Integer, Double> floor = costs(Contender.FLOOR, clients);
            Map<Integer, Double> ours = costs(Contender.FLIGHTBOARD, clients);
            StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "| %,d |", clients));
            for (int rate : RATES) {
                Double cost = ours.get(rate);
                row.append(String.format(Locale.ROOT, " %s (%s) |", micros(cost), micros(floor.get(rate))));
                if (cost == null) continue;
                first.putIfAbsent(rate, cost);
                worst = Math.max(worst, cost / first.get(rate));
            }
            report.line(row.toString());
        }
        report.limit("cost a delivery at most 1.2 × that of 250 clients, anywhere", worst, 1.2, " ×");
    }

    private static String micros(Double cost) {
        return cost == null ? "–" : String.format(Locale.ROOT, "%.2f", cost);
    }

    private Map<Integer, Double> costs(Contender contender, int clients) throws Exception {
        Map<Integer, Double> costs = new TreeMap<>();
        if (!settings.contenders().contains(contender)) return costs;
        int highest = MOST_DELIVERIES / clients;
        try (Run run = new Run(contender, settings, broker, FLIGHTS, 1, 2 * Math.min(1000, highest), 10)) {
            run.join(settings.sized(clients));
            // From the highest down: it compiles what the others then use.
            for (int i = RATES.length - 1; i >= 0; i--) {
                if (RATES[i] > highest) continue;
                Result result = costs.isEmpty() ? run.measure(RATES[i]) : run.measureNext(RATES[i]);
                if (contender == Contender.FLIGHTBOARD && result.wrong() != null) report.wrong(result.wrong());
                costs.put(RATES[i], result.cpuMicrosEach());
            }
        }
        return costs;
    }
}
