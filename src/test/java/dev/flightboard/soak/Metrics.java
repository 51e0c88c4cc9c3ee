package dev.flightboard.soak;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the service tells Prometheus at one moment. */
record Metrics(List<String> lines) {

    static Metrics of(String text) {
        return new Metrics(text.lines().filter(each -> !each.startsWith("#")).toList());
    }

    /** Over all its samples that have this label, as {@code area="heap"}; an empty one is had by all. */
    double sum(String metric, String label) {
        return lines.stream()
                .filter(each -> isOf(each, metric) && each.contains(label))
                .mapToDouble(Metrics::value)
                .sum();
    }

    /** Those samples of a metric that are not 0, by their labels. */
    Map<String, Double> counted(String metric) {
        return lines.stream()
                .filter(each -> isOf(each, metric) && value(each) > 0)
                .collect(Collectors.toMap(each -> each.replaceAll(".*reason=\"([^\"]*)\".*", "$1"), Metrics::value));
    }

    private static boolean isOf(String line, String metric) {
        return line.startsWith(metric + "{") || line.startsWith(metric + " ");
    }

    private static double value(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }
}
