package dev.flightboard.soak;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A panel for each series, drawn from 0, so that what is flat looks flat; it brings its own white ground. */
final class Chart {

    // Two a row fit a page of text. All lengths are pixels.
    private static final int COLUMNS = 2;
    private static final int WIDTH = 420;
    private static final int HEIGHT = 130;
    private static final int LEFT = 50;
    private static final int TOP = 30;
    private static final int PLOT_WIDTH = 340;
    private static final int PLOT_HEIGHT = 70;

    // More than can be told apart at that width.
    private static final int MAX_POINTS = 120;

    private final StringBuilder svg = new StringBuilder();
    private final double minutes;

    private Chart(double minutes) {
        this.minutes = minutes;
    }

    static String of(List<Series> all, List<Double> minutes) {
        Chart chart = new Chart(minutes.get(minutes.size() - 1));
        int rows = (all.size() + COLUMNS - 1) / COLUMNS;
        chart.add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"11\""
                        + " fill=\"#555\">",
                COLUMNS * WIDTH, rows * HEIGHT);
        chart.add("<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>");
        for (int each = 0; each < all.size(); each++) {
            chart.add("<g transform=\"translate(%d,%d)\">", each % COLUMNS * WIDTH, each / COLUMNS * HEIGHT);
            chart.panel(all.get(each), minutes);
            chart.add("</g>");
        }
        chart.add("</svg>");
        return chart.svg.toString();
    }

    private void panel(Series series, List<Double> at) {
        List<Double> known =
                series.values().stream().filter(each -> !each.isNaN()).toList();
        add(
                "<text x=\"%d\" y=\"20\" font-size=\"13\" fill=\"#222\">%s</text>",
                LEFT, series.name() + (series.unit().isEmpty() ? "" : " (" + series.unit() + ")"));
        if (known.isEmpty()) return;
        double max = Collections.max(known);
        double min = Collections.min(known);
        // What is 0 throughout has a height, too.
        double scale = PLOT_HEIGHT / Math.max(max, 1e-9);
        double bottom = TOP + PLOT_HEIGHT;
        // The warm-up is not judged.
        add(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#f3f3f3\"/>",
                LEFT, TOP, PLOT_WIDTH / 3, PLOT_HEIGHT);
        add("<path d=\"M%d %.0fh%d\" stroke=\"#bbb\"/>", LEFT, bottom, PLOT_WIDTH);
        label(LEFT - 6, bottom - max * scale + 4, "end", figure(max));
        // Two figures need a line each.
        if ((max - min) * scale > 12) label(LEFT - 6, bottom - min * scale + 4, "end", figure(min));
        else label(LEFT + PLOT_WIDTH, 20, "end", "%s to %s".formatted(figure(min), figure(max)));
        label(LEFT, bottom + 14, "middle", "0");
        label(LEFT + PLOT_WIDTH / 2.0, bottom + 14, "middle", figure(minutes / 2));
        label(LEFT + PLOT_WIDTH, bottom + 14, "end", figure(minutes) + " min");
        add(
                "<polyline fill=\"none\" stroke=\"#1769aa\" stroke-width=\"1.5\" points=\"%s\"/>",
                points(series.values(), at, bottom, scale));
    }

    /** Of samples that share a point, the highest is shown. */
    private String points(List<Double> values, List<Double> at, double bottom, double scale) {
        StringBuilder points = new StringBuilder();
        int together = (values.size() + MAX_POINTS - 1) / MAX_POINTS;
        for (int from = 0; from < values.size(); from += together) {
            int to = Math.min(from + together, values.size());
            values.subList(from, to).stream()
                    .filter(each -> !each.isNaN())
                    .max(Double::compare)
                    .ifPresent(highest -> points.append(format(
                            "%.0f,%.1f ", LEFT + at.get(to - 1) / minutes * PLOT_WIDTH, bottom - highest * scale)));
        }
        return points.toString().trim();
    }

    private void label(double x, double y, String anchor, String text) {
        add("<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"%s\">%s</text>", x, y, anchor, text);
    }

    private static String figure(double value) {
        return format(value < 10 && value != Math.rint(value) ? "%.1f" : "%.0f", value);
    }

    private void add(String text, Object... values) {
        svg.append(format(text, values)).append('\n');
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
