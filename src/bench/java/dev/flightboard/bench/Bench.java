package dev.flightboard.bench;

import java.util.List;

/**
 * The benchmark. It builds the service and the textbook, starts Kafka, one contender after another and a crowd of clients,
 * each a process of its own (the crowd is this one), and prints what it measured, and the limits it is held to:
 *
 * <pre>
 * ./mvnw -Pbench verify                                      every scenario
 * ./mvnw -Pbench verify -Dbench=burst,storm                  some: start bent burst onebyone ordinary latency wide storm line
 *                                                            filtered slow unwatched scale screen
 * ./mvnw -Pbench verify -Dbench=micro                        JMH: encode, apply, changes since
 * ./mvnw -Pbench verify -Dbench=burst -Dbench.size=smoke     seconds instead of minutes, to see that it works
 * </pre>
 *
 * Further settings are {@link Settings}'. Linux only. Wants a machine to itself: "others' CPU" is what it did not get.
 */
public final class Bench {

    private static final List<String> ALL = List.of(
            "start",
            "bent",
            "burst",
            "onebyone",
            "ordinary",
            "latency",
            "wide",
            "storm",
            "line",
            "filtered",
            "slow",
            "unwatched",
            "scale",
            "screen");

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
        // By itself a JVM that has had a browser does not end.
        System.exit(report.isRight() ? 0 : 1);
    }

    private static void run(String scenario, Settings settings, Broker broker, Report report) throws Exception {
        switch (scenario) {
            case "start" -> new Start(settings, broker, report).run();
            case "bent" -> new BentRecords(settings, broker, report).run();
            case "burst" -> new FanOut(settings, broker, report).burst();
            case "onebyone" -> new FanOut(settings, broker, report).oneByOne();
            case "ordinary" -> new FanOut(settings, broker, report).ordinary();
            case "latency" -> new FanOut(settings, broker, report).latency();
            case "wide" -> new Wide(settings, broker, report).run();
            case "storm" -> new Storm(settings, broker, report).run();
            case "line" -> new Line(settings, broker, report).run();
            case "filtered" -> new Filtered(settings, broker, report).run();
            case "slow" -> new Slow(settings, broker, report).run();
            case "unwatched" -> new Unwatched(settings, broker, report).run();
            case "screen" -> new Screen(settings, broker, report).run();
            case "scale" -> new Scale(settings, broker, report).run();
            default -> throw new IllegalArgumentException("no scenario " + scenario + "; there are " + ALL);
        }
    }
}
