package dev.flightboard.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.flightboard.support.Arrival;
import dev.flightboard.support.Chromium;
import dev.flightboard.support.TestBoard;
import dev.flightboard.support.TimetablePage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page behind a balancer that alone knows the origin it is opened under. */
@Tag("alone")
class GatewayBrowserIT {

    private static final Arrival ROME =
            Arrival.of("I768").from("Rome").with("terminal", "2").in(30);

    private final TestBoard board = TestBoard.shared();
    private final Chromium chromium = new Chromium();

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void tenBoardsOfOneBrowserAreLiveOverOneConnection() throws Exception {
        board.send(ROME);
        try (Gateway gateway = Gateway.https()) {
            gateway.start(List.of(board.replica()));
            BrowserContext context = chromium.context(Chromium.person(1280, 900).setIgnoreHTTPSErrors(true));
            // Each filter has a stream of its own; over HTTP/1.1 the seventh would wait for ever.
            List<TimetablePage> pages = IntStream.range(0, 10)
                    .mapToObj(i -> open(context, gateway.port, "?terminal=2&terminal=" + (10 + i)))
                    .toList();
            pages.forEach(TimetablePage::live);

            board.send(ROME.state("landed"));

            pages.forEach(page -> page.awaitState("I768", "Landed"));
            assertThat(pages.get(0)
                            .page()
                            .evaluate("performance.getEntries().map(each => each.nextHopProtocol).filter(Boolean)"))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .isNotEmpty()
                    .containsOnly("h2");
            chromium.assertNoComplaints();
        }
    }

    @Test
    void pageOfEitherVersionLoadsAmidARollingUpdate() throws Exception {
        board.send(ROME);
        try (Gateway gateway = Gateway.amidAnUpdate()) {
            gateway.start(List.of(board.replica()));
            Set<Object> builds = new HashSet<>();
            for (int load = 0; load < 10 || builds.size() < 2; load++) {
                BrowserContext visitor =
                        chromium.context(Chromium.person(1280, 900).setLocale("de-DE"));
                Page page = visitor.newPage();

                page.navigate("http://localhost:" + gateway.port + "/");

                new TimetablePage(page).awaitState("I768", "Planmäßig");
                assertThat(page.locator(".shell")).hasCount(0);
                builds.add(page.evaluate("document.scripts[0].src.includes('/x-')"));
                visitor.close();
            }

            chromium.assertNoComplaints();
        }
    }

    private static TimetablePage open(BrowserContext context, int port, String address) {
        Page page = context.newPage();
        page.navigate("https://localhost:" + port + "/" + address);
        return new TimetablePage(page);
    }
}
