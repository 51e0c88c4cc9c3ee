package dev.flightboard.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import dev.flightboard.support.Arrival;
import dev.flightboard.support.Chromium;
import dev.flightboard.support.TestBoard;
import dev.flightboard.support.TimetablePage;
import dev.flightboard.support.Wait;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("alone")
class LargeBoardBrowserIT {

    private static final int FLIGHTS = 10_000;

    // What a mid-range phone loads and reads in well under a second.
    private static final int SCRIPT_BYTES = 100_000;

    private final TestBoard board = TestBoard.shared();
    private final Chromium chromium = new Chromium();

    @AfterEach
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?board=departures"})
    void tenThousandFlightsAreOneTableOfWhichThoseInSightAreDrawn(String address) {
        board.send(flights(FLIGHTS));
        board.send(departures(FLIGHTS));
        String last = (address.isEmpty() ? "L" : "D") + (FLIGHTS - 1);
        TimetablePage page = chromium.open(board.replica(), address).live();
        // The head, the flights, and a line for each of the days that they are of, maybe but today.
        Wait.until("every flight in the table", () -> rows(page) >= FLIGHTS);
        int rows = rows(page);
        assertThat(rows).isBetween(FLIGHTS + 7, FLIGHTS + 9);
        assertThat(page.flights().count()).isLessThan(60);

        page.flights().first().focus();
        page.page().keyboard().press("End");

        assertThat(page.flights().last()).isFocused();
        assertThat(page.row(last)).hasAttribute("aria-rowindex", String.valueOf(rows));
        assertThat(page.flights().count()).isLessThan(60);
        Arrival departed = Arrival.of(last).in(FLIGHTS - 1).state("departed");
        board.send(address.isEmpty() ? departed.from("Rome") : departed.to("Rome"));
        page.awaitState(last, "Departed");
        chromium.assertNoComplaints();
    }

    private static int rows(TimetablePage page) {
        return Integer.parseInt(page.table().getAttribute("aria-rowcount"));
    }

    @Test
    void paperHasTheWholeTableAndNoControls() {
        board.send(flights(150));
        TimetablePage page = chromium.open(board.replica(), "").live();

        page.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.page().evaluate("dispatchEvent(new Event('beforeprint'))");

        assertThat(page.flights()).hasCount(150);
        assertThat(page.search()).isHidden();
        chromium.assertNoComplaints();
    }

    @Test
    void allScriptsTogetherAreLight() throws IOException {
        TimetablePage page = chromium.open(board.replica(), "").live();
        @SuppressWarnings("unchecked")
        List<String> scripts =
                (List<String>) page.page().evaluate("[...document.scripts].map(script => script.getAttribute('src'))");
        List<String> bodies = new ArrayList<>();
        for (String script : scripts) bodies.add(board.replica().get(script).body());
        String worker = String.join("", bodies).replaceAll("(?s).*?(/assets/worker-[\\w-]+\\.js).*", "$1");
        bodies.add(board.replica().get(worker).body());

        int size = 0;
        for (String body : bodies) size += zipped(body);

        assertThat(scripts).hasSize(3);
        assertThat(size).isLessThanOrEqualTo(SCRIPT_BYTES);
        chromium.assertNoComplaints();
    }

    @Test
    void filesAreKeptForAYearAndThePageThatNamesThemIsNot() {
        HttpResponse<String> index = board.replica().get("/");
        String script = index.body().replaceAll("(?s).*?src=\"(/assets/[^\"]+\\.js)\".*", "$1");

        assertThat(index.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(board.replica().get("/shell.js").headers().firstValue("Cache-Control"))
                .contains("no-cache");
        HttpResponse<String> worker = board.replica().get("/sw.js");
        assertThat(worker.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(worker.headers().firstValue("Content-Security-Policy"))
                .isEqualTo(index.headers().firstValue("Content-Security-Policy"));
        assertThat(worker.body()).contains(script);
        assertThat(index.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(board.replica().get(script).headers().firstValue("Cache-Control"))
                .contains("public, immutable, max-age=31536000");
        assertThat(board.replica().get("/assets/gone.js").headers().firstValue("Cache-Control"))
                .isEmpty();
        assertThat(board.replica().get("/nowhere").statusCode()).isEqualTo(404);
    }

    private static Arrival[] departures(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Arrival.of("D" + i).to("Rome").in(i))
                .toArray(Arrival[]::new);
    }

    private static Arrival[] flights(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Arrival.of("L" + i).from("Rome").in(i))
                .toArray(Arrival[]::new);
    }

    private static int zipped(String script) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(script.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
