package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("alone")
class TabsBrowserIT {

    // As long as a page waits for a worker that says nothing.
    private static final int SILENCE_MILLIS = 25_000;
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

    @Test
    void tabsAreLiveAgainAfterTheirWorkerDied() {
        board.send(ROME);
        BrowserContext context = chromium.context(Chromium.person(1000, 700));
        context.clock().install();
        List<TimetablePage> tabs = List.of(
                chromium.open(context, board.replica(), "").live(),
                chromium.open(context, board.replica(), "").live());
        tabs.forEach(tab -> tab.row("I768").evaluate("row => { row.marked = true }"));

        killWorkers();
        Wait.until("no stream", () -> streams() == 0);
        board.send(ROME.state("landed"));

        context.clock().fastForward(SILENCE_MILLIS);
        tabs.forEach(tab -> tab.live().awaitState("I768", "Landed"));
        assertThat(tabs)
                .allMatch(tab -> tab.row("I768").evaluate("row => row.marked").equals(true));
        assertThat(streams()).isEqualTo(1);
        chromium.assertNoComplaints();
    }

    // As Safari does with the tab that started it; Chromium has to be told.
    private void killWorkers() {
        CDPSession browser = chromium.session();
        for (JsonElement each : browser.send("Target.getTargets").getAsJsonArray("targetInfos")) {
            JsonObject target = each.getAsJsonObject();
            if (!target.get("type").getAsString().equals("shared_worker")) continue;
            JsonObject which = new JsonObject();
            which.add("targetId", target.get("targetId"));
            browser.send("Target.closeTarget", which);
        }
        browser.detach();
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
