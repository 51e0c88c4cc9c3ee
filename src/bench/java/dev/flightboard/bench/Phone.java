package dev.flightboard.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.flightboard.support.Chromium;
import dev.flightboard.support.TestBoard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How soon a mid-range phone that has nothing cached shows the first flights, over a line with its round trip and rate. */
final class Phone {

    private static final int LOADS = 7;
    private static final double LIMIT_MILLIS = 1000;

    // Lighthouse's index of a mid-range phone is 125 to 800; its default takes a desk of 1,800 four times slower.
    private static final double INDEX = 450;

    // As Lighthouse measures it: how often a second a string of 10,000 letters is put together, by ten.
    private static final String MEASURE_INDEX = """
            () => {
              const begun = performance.now();
              let strings = 0;
              for (; performance.now() - begun < 500; strings++) {
                let text = '';
                for (let i = 0; i < 10000; i++) text += 'a';
                if (text.length === 1) throw new Error('never');
              }
              return strings / 10 / ((performance.now() - begun) / 1000);
            }
            """;

    // From the beginning of the navigation to the frame after the first flight came into the table.
    private static final String FIRST_ROWS = """
            window.firstRows = new Promise((resolve) => {
              new MutationObserver((_, seen) => {
                if (!document.querySelector('tbody a')) return;
                seen.disconnect();
                requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
              }).observe(document, { childList: true, subtree: true });
            });
            """;

    private final Settings settings;
    private final TestBoard board;
    private final Chromium chromium;
    private final Report report;

    Phone(Settings settings, TestBoard board, Chromium chromium, Report report) {
        this.settings = settings;
        this.board = board;
        this.chromium = chromium;
        this.report = report;
    }

    void run() throws Exception {
        double index = index();
        double timesSlower = Math.max(1, index / INDEX);
        report.section(String.format(
                Locale.ROOT,
                "screen: first flights of %d on a phone, nothing cached, median of %d loads; a desk of index %.0f taken %.1f × slower",
                Screen.FLIGHTS,
                LOADS,
                index,
                timesSlower));
        report.line("| round trip | Mbit/s | first flights after ms |");
        report.line("|---|---|---|");
        // The service's code and the machine's caches are as warm as on any but the first visit after a start.
        firstRows(timesSlower, 1, 1000);
        double fast = 0;
        for (int[] line : new int[][] {{1, 1000}, {40, 10}, {150, 2}}) {
            double millis = firstRows(timesSlower, line[0], line[1]);
            report.line(String.format(Locale.ROOT, "| %d ms | %d | %.0f |", line[0], line[1], millis));
            if (line[0] == 40) fast = millis;
        }
        report.limit("first flights within 1 s over 40 ms and 10 Mbit/s", fast, LIMIT_MILLIS, " ms");
    }

    private double index() {
        List<Double> all = new ArrayList<>();
        try (BrowserContext context = chromium.context(Chromium.person(390, 844))) {
            Page page = context.newPage();
            for (int i = 0; i < LOADS; i++) all.add(((Number) page.evaluate(MEASURE_INDEX)).doubleValue());
        }
        return median(all);
    }

    private double firstRows(double timesSlower, int roundTripMillis, double megabits) throws Exception {
        JsonObject throttling = new JsonObject();
        throttling.addProperty("rate", timesSlower);
        List<Double> all = new ArrayList<>();
        try (Link link = new Link(board.replica().port(), roundTripMillis, megabits)) {
            for (int i = 0; i < (settings.smoke() ? 1 : LOADS); i++) {
                try (BrowserContext context = chromium.context(Chromium.person(390, 844))) {
                    context.addInitScript(FIRST_ROWS);
                    Page page = context.newPage();
                    context.newCDPSession(page).send("Emulation.setCPUThrottlingRate", throttling);
                    page.navigate("http://localhost:" + link.port() + "/");
                    all.add(((Number) page.evaluate("window.firstRows")).doubleValue());
                }
            }
        }
        return median(all);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
