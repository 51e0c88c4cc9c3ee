package dev.flightboard.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.flightboard.support.Arrival;
import dev.flightboard.support.BrokerProcess;
import dev.flightboard.support.Chromium;
import dev.flightboard.support.TestBoard;
import dev.flightboard.support.TestKafka;
import dev.flightboard.support.TimetablePage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Walls that start while something is gone: they show the last board they had, with its age, and never as live. What a
 * browser itself says in its console of a network that is gone is no complaint of the page's.
 */
class NeverBlankBrowserIT {

    private static final Arrival ROME =
            Arrival.of("I768").from("Rome").with("belt", "4").in(30);
    private static final Arrival LONDON =
            Arrival.of("BA549").to("London").with("gate", "B7").in(40);

    private static final int LIMIT_MILLIS = 3000;

    // From the beginning of the navigation to the first flight that is there.
    private static final String FIRST_FLIGHT = """
            window.firstFlight = new Promise((resolve) => {
              new MutationObserver((_, seen) => {
                if (!document.querySelector('.designator')) return;
                seen.disconnect();
                resolve(performance.now());
              }).observe(document, { childList: true, subtree: true });
            });
            """;

    private final Chromium chromium = new Chromium();

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void serviceThatIsGoneLeavesEachScreenItsLastBoardUntilItIsBack() {
        try (TestBoard board = TestBoard.started()) {
            board.send(ROME, LONDON);
            BrowserContext context = context();
            List<String> addresses = List.of("?kiosk", "?kiosk&gate=B7", "");
            for (String address : addresses) {
                awaitKept(chromium.open(context, board.replica(), address).live());
            }
            context.pages().forEach(Page::close);

            board.replica().kill();
            List<TimetablePage> pages = addresses.stream()
                    .map(address -> chromium.open(context, board.replica(), address))
                    .toList();

            pages.forEach(this::assertLastBoard);
            board.replica().launch();
            pages.forEach(TimetablePage::live);
            for (TimetablePage page : pages)
                assertThat(page.page().getByText("Not live")).hasCount(0);
        }
    }

    @Test
    void kafkaThatIsGoneLeavesTheBoardAsStaleAndAfterARestartOfTheServiceTheLastOne() {
        try (BrokerProcess broker = BrokerProcess.started();
                TestKafka kafka = TestKafka.at(broker.servers());
                TestBoard board = TestBoard.started(kafka, Map.of("FLIGHTBOARD_FEED_LOST_AFTER", "1s"))) {
            board.send(ROME);
            BrowserContext context = context();
            awaitKept(chromium.open(context, board.replica(), "?kiosk").live());

            broker.kill();
            TimetablePage stale = chromium.open(context, board.replica(), "?kiosk");
            stale.awaitFreshness("^Stale since \\d\\d:\\d\\d$");
            stale.awaitFlights("I768");

            board.replica().kill();
            board.replica().launch();
            board.replica().awaitStarted();
            assertLastBoard(chromium.open(context, board.replica(), "?kiosk"));
        }
    }

    private BrowserContext context() {
        BrowserContext context = chromium.context(Chromium.person(1280, 720));
        context.addInitScript(FIRST_FLIGHT);
        return context;
    }

    /** Until the service worker has the page's files, and the page has kept its board. */
    private static void awaitKept(TimetablePage page) {
        page.page().waitForFunction("""
                async () => {
                  await navigator.serviceWorker.ready;
                  const boards = await caches.open('boards');
                  const query = location.search.includes('gate') ? 'direction=departure&gate=B7'
                    : location.search.includes('kiosk') ? 'direction=arrival' : '';
                  // Not read: what is being read is not yet whole on the disk.
                  return (await boards.keys()).some(({ url }) => url.endsWith('/last?' + query));
                }
                """);
    }

    private void assertLastBoard(TimetablePage page) {
        assertThat(page.page().locator(".designator").first()).isVisible();
        assertThat(page.page().getByText("Not live. This is the board as it was at"))
                .isVisible();
        assertThat(page.freshness()).not().hasText("Live");
        assertThat(((Number) page.page().evaluate("window.firstFlight")).intValue())
                .isLessThan(LIMIT_MILLIS);
    }
}
