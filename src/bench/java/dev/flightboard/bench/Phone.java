package dev.flightboard.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.flightboard.support.Chromium;
import dev.flightboard.support.TestBoard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How soon a mid-range phone that has nothing cached shows the first flights, over a line with its round trip and rate. */
final class Phone {

    private static final int LOADS = 15;
    private static final int WIDTH = 390;
    private static final int HEIGHT = 844;
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
        report.section(String.format(
                Locale.ROOT,
                "screen: first flights of %d on a phone, nothing cached, medians of %d loads",
                Screen.FLIGHTS,
                LOADS));
        report.line("| round trip | Mbit/s | first flights after ms | this desk taken × slower |");
        report.line("|---|---|---|---|");
        try (BrowserContext desk = chromium.context(Chromium.person(WIDTH, HEIGHT))) {
            Page meter = desk.newPage();
            // The service's code and the machine's caches are as warm as on any but the first visit after a start.
            firstRows(meter, 1, 1000);
            double fast = 0;
            for (int[] line : new int[][] {{1, 1000}, {40, 10}, {150, 2}}) {
                Loads loads = firstRows(meter, line[0], line[1]);
                report.line(String.format(
                        Locale.ROOT,
                        "| %d ms | %d | %.0f | %.1f |",
                        line[0],
                        line[1],
                        median(loads.millis),
                        median(loads.timesSlower)));
                if (line[0] == 40) fast = median(loads.millis);
            }
            report.limit("first flights within 1 s over 40 ms and 10 Mbit/s", fast, LIMIT_MILLIS, " ms");
        }
    }

    private record Loads(List<Double> millis, List<Double> timesSlower) {}

    private Loads firstRows(Page meter, int roundTripMillis, double megabits) throws Exception {
        Loads loads = new Loads(new ArrayList<>(), new ArrayList<>());
        try (Link link = new Link(board.replica().port(), roundTripMillis, megabits)) {
            for (int i = 0; i < (settings.smoke() ? 1 : LOADS); i++) {
                // Anew for each load: a virtual machine's speed comes and goes.
                double index = ((Number) meter.evaluate(MEASURE_INDEX)).doubleValue();
                double timesSlower = Math.max(1, index / INDEX);
                loads.timesSlower.add(timesSlower);
                try (UnwatchedPage page = new UnwatchedPage(chromium, meter.context(), WIDTH, HEIGHT)) {
                    page.addInitScript(FIRST_ROWS);
                    page.slowDown(timesSlower);
                    page.navigate("http://localhost:" + link.port() + "/");
                    loads.millis.add(page.evaluate("window.firstRows"));
                }
            }
        }
        return loads;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
