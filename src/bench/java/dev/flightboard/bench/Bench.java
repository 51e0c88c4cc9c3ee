package dev.flightboard.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The benchmark: {@code ./mvnw -Pbench verify -Dbench=burst}, or {@code ordinary}.
 */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.read();
        try (Broker broker = Broker.start(settings.servers())) {
            switch (settings.scenario()) {
                case "burst" ->
                    fanOut("burst", new FanOut(settings.sized(500), 500, 1000, 1, 10, 10), settings, broker);
                case "ordinary" ->
                    fanOut("ordinary", new FanOut(settings.sized(2000), 20, 1000, 1, 10, 0), settings, broker);
                default -> throw new IllegalArgumentException("no scenario " + settings.scenario());
            }
        }
    }

    private static void fanOut(String name, FanOut run, Settings settings, Broker broker) throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%n## %s: %,d clients × %,d changes/s, %d s after %d s of warm-up%n%n%s%n",
                name,
                run.clients(),
                run.rate(),
                settings.seconds(),
                settings.warmUpSeconds(),
                Result.HEAD);
        List<Result> results = new ArrayList<>();
        for (Contender each : settings.contenders()) {
            Result result = run.run(each, settings, broker);
            System.out.println(result.row());
            results.add(result);
        }
    }
}
