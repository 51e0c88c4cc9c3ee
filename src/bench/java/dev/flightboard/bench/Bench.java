package dev.flightboard.bench;

import java.util.List;

/**
 * The benchmark of what issue a browser cares about: {@code ./mvnw -Pbench verify -Dbench=burst}.
 */
public final class Bench {

    private static final List<String> ALL = List.of("burst", "ordinary", "latency");

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.read();
        Report report = new Report();
        report.line("# Flightboard, measured\n\n" + Machine.describe() + "; servers run with "
                + String.join(" ", settings.jvm()));
        List<String> names = settings.scenario().equals("all")
                ? ALL
                : List.of(settings.scenario().split(","));
        try (Broker broker = Broker.start(settings.servers())) {
            for (String each : names) run(each, settings, broker, report);
        }
        if (!report.isRight()) System.exit(1);
    }

    private static void run(String scenario, Settings settings, Broker broker, Report report) throws Exception {
        switch (scenario) {
            case "burst" -> new FanOut(settings, broker, report).burst();
            case "ordinary" -> new FanOut(settings, broker, report).ordinary();
            case "latency" -> new FanOut(settings, broker, report).latency();
            default -> throw new IllegalArgumentException("no scenario " + scenario + "; there are " + ALL);
        }
    }
}
