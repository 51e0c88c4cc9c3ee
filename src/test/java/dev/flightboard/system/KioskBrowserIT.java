package dev.flightboard.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.flightboard.support.Arrival;
import dev.flightboard.support.Chromium;
import dev.flightboard.support.TemporaryDirectory;
import dev.flightboard.support.TestBoard;
import dev.flightboard.support.TimetablePage;
import dev.flightboard.support.Wait;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("alone")
class KioskBrowserIT {

    private final TestBoard board = TestBoard.shared();
    private final Chromium chromium = new Chromium();

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void wallTurnsItsOwnPagesAndBeginsAgain() {
        board.send(flights(25));
        BrowserContext context = chromium.context(Chromium.person(1920, 1080));
        Page tab = context.newPage();
        tab.clock().install();
        tab.navigate(board.replica().uri("/?kiosk").toString());
        TimetablePage page = new TimetablePage(tab).live();
        assertThat(page.flights().first()).hasText("I100");
        int perPage = page.flights().count();
        int pages = (25 + perPage - 1) / perPage;

        tab.clock().runFor(12_000);
        assertThat(page.flights().first()).hasText("I" + (100 + perPage));

        tab.clock().runFor(12_000L * (pages - 1));
        assertThat(page.flights().first()).hasText("I100");
        assertThat(tab.evaluate("document.documentElement.scrollHeight <= innerHeight"))
                .isEqualTo(true);
        chromium.assertNoComplaints();
    }

    @Test
    void wallStaysAwakeAndFillsTheScreenFromTheFirstTouchOn() {
        board.send(flights(3));
        try (TemporaryDirectory profile = new TemporaryDirectory();
                Chromium.Screen wall = chromium.screen(profile.path())) {
            wall.context().addInitScript("""
                    // Not on the empty page before: that is no secure context.
                    const request = navigator.wakeLock?.request.bind(navigator.wakeLock);
                    if (request) navigator.wakeLock.request = async (type) => (window.lock = await request(type));
                    """);
            TimetablePage page =
                    chromium.open(wall.context(), board.replica(), "?kiosk").live();

            page.page().mouse().click(400, 400);

            Wait.until("the whole screen", () -> page.is("document.fullscreenElement === document.documentElement"));
            Wait.until("a lock", () -> page.is("window.lock?.type === 'screen' && !window.lock.released"));
        }
        chromium.assertNoComplaints();
    }

    @Test
    void wallHoldsNoMoreAfterADayOfFlightsThanAfterItsFirstHours() {
        BrowserContext context = chromium.context(Chromium.person(1920, 1080));
        Page tab = context.newPage();
        tab.clock().install();
        tab.navigate(board.replica().uri("/?kiosk").toString());
        TimetablePage page = new TimetablePage(tab);

        for (int hour = 0; hour < 4; hour++) passAnHour(page, hour);
        long afterFourHours = heap(tab);
        for (int hour = 4; hour < 24; hour++) passAnHour(page, hour);

        // The flights of one hour alone take about as much.
        assertThat(heap(tab)).isLessThan(afterFourHours + 1_000_000);
        chromium.assertNoComplaints();
    }

    @Test
    void wallLoadsThePageAgainOnceAnotherVersionIsServedAndNotBefore() {
        board.send(flights(3));
        Page tab = chromium.context(Chromium.person(1920, 1080)).newPage();
        tab.clock().install();
        tab.navigate(board.replica().uri("/?kiosk").toString());
        TimetablePage page = new TimetablePage(tab).live();
        tab.evaluate("window.first = true");

        tab.waitForResponse("**/", () -> tab.clock().fastForward("06:00"));
        assertThat(page.is("window.first === true")).isTrue();

        // All the same but the page itself, which is all that its files' names leave out.
        tab.route("**/", route -> {
            APIResponse served = route.fetch();
            String build =
                    served.text().replaceFirst("name=\"build\" content=\"\\w+", "name=\"build\" content=\"other");
            route.fulfill(new Route.FulfillOptions().setResponse(served).setBody(build));
        });
        tab.clock().fastForward("06:00");

        tab.waitForFunction("window.first === undefined");
        page.live().awaitFlights("I100", "I101", "I102");
        chromium.assertNoComplaints();
    }

    @Test
    void wallCutsNoNameWhileAColumnIsEmpty() {
        String longest = "Llanfairpwllgwyngyllgogerychwyrndrobwll";
        board.send(Arrival.of("I100").from(longest).in(10));
        TimetablePage page = chromium.open(chromium.context(Chromium.person(1920, 1080)), board.replica(), "?kiosk")
                .live();

        assertThat(page.table().getByRole(AriaRole.COLUMNHEADER))
                .hasText(new String[] {"Time", "From", "Flight", "State"});
        assertThat(page.cell("I100", "origin").evaluate("cell => cell.scrollWidth <= cell.clientWidth"))
                .isEqualTo(true);
        chromium.assertNoComplaints();
    }

    // Two hundred flights come, go through their states, and go.
    private void passAnHour(TimetablePage page, int hour) {
        Arrival[] flights = IntStream.range(0, 200)
                .mapToObj(i -> Arrival.of("H" + hour + "-" + i).from("Rome").in(60 * hour + 5 + i))
                .toArray(Arrival[]::new);
        for (String state : List.of("scheduled", "departed", "landing", "landed", "bags")) {
            board.send(Stream.of(flights).map(each -> each.state(state)).toArray(Arrival[]::new));
        }
        assertThat(page.table()).hasAttribute("aria-rowcount", "201");
        board.remove(flights);
        page.page().clock().fastForward("01:00:00");
        assertThat(page.table()).hasAttribute("aria-rowcount", "1");
    }

    private static Arrival[] flights(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Arrival.of("I" + (100 + i)).from("Rome").in(10 + i))
                .toArray(Arrival[]::new);
    }

    // Bytes, after a collection.
    private static long heap(Page tab) {
        var session = tab.context().newCDPSession(tab);
        session.send("HeapProfiler.collectGarbage");
        long used = session.send("Runtime.getHeapUsage").get("usedSize").getAsLong();
        session.detach();
        return used;
    }
}
