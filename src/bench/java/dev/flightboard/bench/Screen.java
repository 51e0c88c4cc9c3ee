package dev.flightboard.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import dev.flightboard.support.Arrival;
import dev.flightboard.support.Chromium;
import dev.flightboard.support.TestBoard;
import dev.flightboard.support.TestKafka;
import dev.flightboard.support.TimetablePage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The page in Chromium: how soon a phone shows the first flights, and what a busy board and a long one cost a desk. */
final class Screen {

    static final int FLIGHTS = 500;
    private static final int MANY_FLIGHTS = 10_000;
    private static final int RATE = 1000;
    private static final int BATCHES_PER_SECOND = 20;

    // The time between frames while it scrolls, in ms.
    private static final String SCROLL = """
            async ([seconds, step]) => {
              const frames = [];
              let last = await new Promise(requestAnimationFrame);
              const end = last + 1000 * seconds;
              while (last < end) {
                window.scrollBy(0, step);
                const now = await new Promise(requestAnimationFrame);
                frames.push(now - last);
                last = now;
              }
              return frames;
            }
            """;

    private final Settings settings;
    private final Broker broker;
    private final Report report;

    Screen(Settings settings, Broker broker, Report report) {
        this.settings = settings;
        this.broker = broker;
        this.report = report;
    }

    void run() throws Exception {
        try (TestKafka kafka = TestKafka.at(broker.servers());
                TestBoard board = TestBoard.started(kafka, Map.of());
                Chromium chromium = new Chromium()) {
            board.send(flights(FLIGHTS, "scheduled"));
            new Phone(settings, board, chromium, report).run();
            busy(board, chromium);
            board.send(flights(MANY_FLIGHTS, "scheduled"));
            scroll(board, chromium);
        }
    }

    private void busy(TestBoard board, Chromium chromium) throws Exception {
        report.section(String.format(
                Locale.ROOT, "screen: %,d changes/s over %d flights, %d s", RATE, FLIGHTS, settings.seconds()));
        try (BrowserContext context = chromium.context(Chromium.person(1280, 900))) {
            Page page = context.newPage();
            page.navigate(board.replica().uri("/").toString());
            new TimetablePage(page).live();
            CDPSession session = context.newCDPSession(page);
            session.send("Performance.enable");
            change(board, settings.leastWarmUpSeconds());
            double before = busySeconds(session);
            long begun = System.nanoTime();
            change(board, settings.seconds());
            double percent = 100 * (busySeconds(session) - before) / ((System.nanoTime() - begun) / 1e9);
            report.limit("main thread under 30 %", percent, 30, " %");
        }
    }

    /** So many seconds of changes, a batch at a time: a browser is drawn to 60 times a second at most. */
    private static void change(TestBoard board, int seconds) throws InterruptedException {
        List<String> states = List.of("departed", "landing", "landed", "bags", "scheduled");
        long begun = System.nanoTime();
        int size = RATE / BATCHES_PER_SECOND;
        for (int batch = 0; batch < seconds * BATCHES_PER_SECOND; batch++) {
            Arrival[] changes = new Arrival[size];
            for (int i = 0; i < size; i++) {
                int flight = (batch * size + i * 7) % FLIGHTS;
                changes[i] = flight(flight, states.get((batch + flight) % states.size()))
                        .with("gate", "B" + (batch + i) % 40);
            }
            board.send(changes);
            long left = begun + (batch + 1) * 1_000_000_000L / BATCHES_PER_SECOND - System.nanoTime();
            if (left > 0) Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
        }
    }

    private static double busySeconds(CDPSession session) {
        for (var each : session.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            if (each.getAsJsonObject().get("name").getAsString().equals("TaskDuration")) {
                return each.getAsJsonObject().get("value").getAsDouble();
            }
        }
        throw new IllegalStateException("Chromium has no TaskDuration");
    }

    private void scroll(TestBoard board, Chromium chromium) throws Exception {
        report.section(String.format(Locale.ROOT, "screen: %,d flights, scrolled by hand and by leaps", MANY_FLIGHTS));
        report.line("| px a frame | frames/s | p99 ms | longest ms |");
        report.line("|---|---|---|---|");
        try (BrowserContext context = chromium.context(Chromium.person(1280, 900))) {
            Page page = context.newPage();
            page.navigate(board.replica().uri("/").toString());
            new TimetablePage(page).live();
            for (int step : new int[] {0, 20, 400}) {
                List<Double> frames = frames(page, step);
                double rate = 1000.0
                        * frames.size()
                        / frames.stream().mapToDouble(each -> each).sum();
                List<Double> sorted = frames.stream().sorted().toList();
                report.line(String.format(
                        Locale.ROOT,
                        "| %d | %.1f | %.1f | %.1f |",
                        step,
                        rate,
                        sorted.get(sorted.size() * 99 / 100),
                        sorted.get(sorted.size() - 1)));
                if (step == 20) report.limit("60 frames/s, within a twentieth", rate >= 57, "%.1f", rate);
            }
        }
    }

    private List<Double> frames(Page page, int step) {
        List<?> frames = (List<?>) page.evaluate(SCROLL, List.of(settings.seconds() / 3, step));
        return frames.stream().map(each -> ((Number) each).doubleValue()).toList();
    }

    private static Arrival[] flights(int count, String state) {
        return IntStream.range(0, count).mapToObj(i -> flight(i, state)).toArray(Arrival[]::new);
    }

    private static Arrival flight(int number, String state) {
        return Arrival.of("BA" + (1000 + number))
                .from(List.of("London", "JFK", "Tokyo", "Rome").get(number % 4))
                .with("airline", "British Airways")
                .with("terminal", String.valueOf(1 + number % 3))
                .in(number % 720)
                .late(number % 30)
                .state(state);
    }
}
