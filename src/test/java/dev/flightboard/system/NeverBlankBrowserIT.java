package dev.flightboard.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.flightboard.support.Arrival;
import dev.flightboard.support.BrokerProcess;
import dev.flightboard.support.Chromium;
import dev.flightboard.support.Relay;
import dev.flightboard.support.TemporaryDirectory;
import dev.flightboard.support.TestBoard;
import dev.flightboard.support.TestKafka;
import dev.flightboard.support.TimetablePage;
import dev.flightboard.support.Wait;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Walls that start while something is gone: they show the last board they had, with its age, and never as live. What a
 * browser itself says in its console of a network that is gone is no complaint of the page's.
 */
@Tag("alone")
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
    void networkThatSwallowsEverythingLeavesTheLastBoard() {
        TestBoard board = TestBoard.shared();
        board.send(ROME);
        try (Relay network = new Relay(board.replica().port())) {
            Page tab = context().newPage();
            String address = "http://localhost:" + network.port() + "/?kiosk";
            tab.navigate(address);
            awaitKept(new TimetablePage(tab).live());

            network.swallow();
            tab.navigate(address);

            TimetablePage page = new TimetablePage(tab);
            assertLastBoard(page);
            network.pass();
            page.live();
        }
    }

    @Test
    void powerCycleLeavesTheLastBoard() {
        try (TestBoard board = TestBoard.started();
                TemporaryDirectory profile = new TemporaryDirectory()) {
            board.send(ROME);
            String address = board.replica().uri("/?kiosk").toString();
            Chromium.Screen before = chromium.screen(profile.path());
            before.page().navigate(address);
            awaitKept(new TimetablePage(before.page()).live());
            before.cutPower();
            board.replica().kill();

            try (Chromium.Screen screen = chromium.screen(profile.path())) {
                screen.page().addInitScript(FIRST_FLIGHT);
                screen.page().navigate(address);

                assertLastBoard(new TimetablePage(screen.page()));
            }
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
            // One that stays would tell the next what it knows.
            context.pages().forEach(Page::close);

            board.replica().kill();
            board.replica().launch();
            board.replica().awaitStarted();
            assertLastBoard(chromium.open(context, board.replica(), "?kiosk"));
        }
    }

    @Test
    void newDeploymentTakesOverByItself() throws Exception {
        TestBoard board = TestBoard.shared();
        board.send(ROME);
        try (Deployment gateway = new Deployment()) {
            gateway.start(List.of(board.replica()));
            Page tab = context().newPage();
            String address = "http://localhost:" + gateway.port + "/";
            tab.navigate(address);
            TimetablePage page = new TimetablePage(tab).live();
            awaitKept(page);

            gateway.deploy(List.of(board.replica()));
            // A start that the network keeps waiting has the old page; the one after it does not.
            Wait.until("the next version's page", () -> {
                tab.navigate(address);
                return tab.locator("meta[name=build]").getAttribute("content").equals(Deployment.NEXT);
            });

            page.live().awaitFlights("I768");
            // The next start without a network is of the new version.
            Wait.until(
                    "the next version's page, kept",
                    () -> page.is(
                            "caches.match('/', { cacheName: 'shell %s' }).then(Boolean)".formatted(Deployment.NEXT)));
            chromium.assertNoComplaints();
        }
    }

    private BrowserContext context() {
        BrowserContext context = chromium.context(Chromium.person(1280, 720));
        context.addInitScript(FIRST_FLIGHT);
        return context;
    }

    /** Until the service worker has the page's files, and the page has kept its board. */
    private static void awaitKept(TimetablePage page) {
        Wait.until("the last board, kept", () -> page.is("""
                (async () => {
                  await navigator.serviceWorker.ready;
                  const query = location.search.includes('gate') ? 'direction=departure&gate=B7'
                    : location.search.includes('kiosk') ? 'direction=arrival' : '';
                  // Not made anew here: the page's own has a form.
                  if (!(await indexedDB.databases()).some(({ name }) => name === 'flightboard')) return false;
                  const answer = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
                  const database = await answer(indexedDB.open('flightboard'));
                  const keys = await answer(database.transaction('boards').objectStore('boards').getAllKeys());
                  database.close();
                  return keys.includes(query);
                })()
                """));
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
