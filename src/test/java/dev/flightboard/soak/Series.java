package dev.flightboard.soak;

import java.util.ArrayList;
import java.util.List;

/**
 * One figure over the time of a soak. It is flat if it ends no higher than it was in the middle; what it does before is the
 * warm-up's. A sample that could not be had is not a number.
 */
final class Series {

    // A fifth: less is the noise of a machine that does other work, too.
    private static final double ALLOWED = 1.2;

    private final String name;
    private final String unit;
    private final double slack;
    private final List<Double> values = new ArrayList<>();

    /** @param slack what is no growth, however small the figure is */
    Series(String name, String unit, double slack) {
        this.name = name;
        this.unit = unit;
        this.slack = slack;
    }

    String name() {
        return name;
    }

    String unit() {
        return unit;
    }

    void add(double value) {
        values.add(value);
    }

    List<Double> values() {
        return values;
    }

    boolean isFlat() {
        return last() <= ALLOWED * middle() + slack;
    }

    private double middle() {
        return median(values.size() / 3, values.size() * 2 / 3);
    }

    private double last() {
        return median(values.size() * 2 / 3, values.size());
    }

    private double median(int from, int to) {
        List<Double> sorted = values.subList(from, to).stream()
                .filter(each -> !each.isNaN())
                .sorted()
                .toList();
        // Nothing to judge by is not flat: no comparison with it holds.
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }

    @Override
    public String toString() {
        return "%s: %.1f %s in the middle third, %.1f in the last".formatted(name, middle(), unit, last());
    }
}
