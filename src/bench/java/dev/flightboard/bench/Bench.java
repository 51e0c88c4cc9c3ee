package dev.flightboard.bench;

import java.util.List;

/**
 * The benchmark of what issue a browser cares about: {@code ./mvnw -Pbench verify -Dbench=burst}.
 */
public final class Bench {

    private static final List<String> ALL =
            List.of("start", "burst", "ordinary", "latency", "wide", "storm", "filtered", "slow", "scale");

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.read();
        if (settings.scenario().equals("micro")) {
            Micro.run(settings);
            return;
        }
        Report report = new Report(!settings.smoke());
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
            case "wide" -> new Wide(settings, broker, report).run();
            case "storm" -> new Storm(settings, broker, report).run();
            case "filtered" -> new Filtered(settings, broker, report).run();
            case "slow" -> new Slow(settings, broker, report).run();
            case "scale" -> new Scale(settings, broker, report).run();
            case "start" -> new Start(settings, broker, report).run();
            default -> throw new IllegalArgumentException("no scenario " + scenario + "; there are " + ALL);
        }
    }
}
