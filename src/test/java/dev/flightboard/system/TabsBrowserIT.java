package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import dev.flightboard.support.Arrival;
import dev.flightboard.support.Chromium;
import dev.flightboard.support.TestBoard;
import dev.flightboard.support.TimetablePage;
import dev.flightboard.support.Wait;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TabsBrowserIT {

    private static final Arrival ROME =
            Arrival.of("I768").from("Rome").with("terminal", "2").in(30);

    private final TestBoard board = TestBoard.shared();
    private final Chromium chromium = new Chromium();

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void tenTabsAreLiveOverOneStream() {
        board.send(ROME);
        BrowserContext context = chromium.context(Chromium.person(1000, 700));
        List<TimetablePage> tabs = Stream.generate(() -> chromium.open(context, board.replica(), ""))
                .limit(10)
                .toList();
        tabs.forEach(TimetablePage::live);

        board.send(ROME.state("landed"));

        tabs.forEach(tab -> tab.awaitState("I768", "Landed"));
        assertThat(streams()).isEqualTo(1);
        chromium.assertNoComplaints();
    }

    @Test
    void streamEndsWithTheLastTabThatWatchesIt() {
        board.send(ROME);
        BrowserContext context = chromium.context(Chromium.person(1000, 700));
        TimetablePage all = chromium.open(context, board.replica(), "").live();
        TimetablePage filtered =
                chromium.open(context, board.replica(), "?terminal=2").live();
        assertThat(streams()).isEqualTo(2);

        filtered.page().close();

        Wait.until("one stream", () -> streams() == 1);
        all.live();
        chromium.assertNoComplaints();
    }

    private int streams() {
        URI metrics = board.replica().managementUri("/q/metrics");
        try {
            String body = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                    .body();
            return body.lines()
                    .filter(line -> line.startsWith("flightboard_stream_subscribers "))
                    .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                    .mapToInt(value -> (int) Double.parseDouble(value))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
