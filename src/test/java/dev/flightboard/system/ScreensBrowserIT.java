package dev.flightboard.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.flightboard.support.Arrival;
import dev.flightboard.support.Chromium;
import dev.flightboard.support.TestBoard;
import dev.flightboard.support.TimetablePage;
import dev.flightboard.support.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Walls of one airport, of all kinds at once. */
@Tag("alone")
class ScreensBrowserIT {

    private static final int ROUNDS = 6;

    // When each round was first seen on the screen, by the clock that this test has, too.
    private static final String WATCH = """
            window.seen = {};
            new MutationObserver(() => {
              const text = document.body?.textContent ?? '';
              for (const [, round] of text.matchAll(/round (\\d+)\\./g)) window.seen[round] ??= Date.now();
            }).observe(document, { childList: true, subtree: true, characterData: true });
            """;

    private final TestBoard board = TestBoard.shared();
    private final Chromium chromium = new Chromium();

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void eachScreenShowsItsOwnFlightsAndAsksForNoOther() {
        board.send(
                Arrival.of("AZ1").from("Rome").with("belt", "4").in(-5).state("bags"),
                Arrival.of("AZ2").from("Milan").with("belt", "5").in(-4).state("landed"),
                Arrival.of("BA7")
                        .to("London")
                        .with("gate", "B7")
                        .with("desks", "10-14")
                        .in(20)
                        .state("boarding"),
                Arrival.of("BA8")
                        .to("London")
                        .with("gate", "B8")
                        .with("desks", "112")
                        .in(90)
                        .state("check-in"));

        awaitText("?kiosk&belt=4", "AZ1", "First bag", "AZ2", "BA7", "BA8");
        awaitText("?kiosk&gate=B7", "BA7", "Boarding", "BA8", "AZ1", "AZ2");
        awaitText("?kiosk&desk=112", "BA8", "Check-in", "BA7", "AZ1", "AZ2");
        awaitText("?kiosk", "AZ1", "Bags", "BA7", "BA8");
        awaitText("?kiosk&board=departures", "BA7", "Boarding", "AZ1", "AZ2");
        assertThat(board.replica().log())
                .contains("GET /flights?belt=4&direction=arrival ")
                .contains("GET /flights?direction=departure&gate=B7 ")
                .contains("GET /flights?desk=112&direction=departure ")
                .contains("GET /flights?direction=arrival ")
                .contains("GET /flights?direction=departure ");
        chromium.assertNoComplaints();
    }

    @Test
    void flightThatChangesItsGateLeavesTheOneScreenAndComesToTheOther() {
        Arrival flight = Arrival.of("BA7").to("London").in(20).state("boarding");
        board.send(flight.with("gate", "B7"));
        TimetablePage before = open("?kiosk&gate=B7");
        TimetablePage after = open("?kiosk&gate=B8");
        assertThat(before.page().locator(".boarding")).containsText("BA7");

        board.send(flight.with("gate", "B8"));

        assertThat(after.page().locator(".boarding")).containsText("BA7");
        assertThat(before.page().locator("main")).containsText("No flight here at the moment.");
        chromium.assertNoComplaints();
    }

    @Test
    void bothBoardsStandSideBySideAndOnAnUprightScreenOneAboveTheOther() {
        board.send(
                Arrival.of("AZ1").from("Rome").in(5),
                Arrival.of("BA7").to("London").in(20));
        TimetablePage page = open("?kiosk&board=both");
        assertThat(page.table()).hasCount(2);
        String topsDiffer =
                "new Set([...document.querySelectorAll('table')].map(t => t.getBoundingClientRect().top)).size > 1";

        assertThat(page.is(topsDiffer)).isFalse();
        page.page().setViewportSize(1080, 1920);

        Wait.until("one above the other", () -> page.is(topsDiffer));
        chromium.assertNoComplaints();
    }

    @Test
    void changeIsOnTwentyScreensWithinASecond() {
        List<Arrival> flights = new ArrayList<>();
        List<String> addresses = new ArrayList<>(List.of("?kiosk", "?kiosk&board=departures", "?kiosk&board=both"));
        for (int i = 1; i <= 9; i++) {
            flights.add(Arrival.of("BA" + i)
                    .to("London")
                    .with("gate", "B" + i)
                    .in(20 + i)
                    .state("boarding"));
            addresses.add("?kiosk&gate=B" + i);
        }
        for (int i = 1; i <= 8; i++) {
            flights.add(Arrival.of("AZ" + i)
                    .from("Rome")
                    .with("belt", "" + i)
                    .in(-i)
                    .state("bags"));
            addresses.add("?kiosk&belt=" + i);
        }
        send(flights, 0);
        // As many browsers: those of one share their streams.
        List<TimetablePage> screens = addresses.stream().map(this::open).toList();

        List<Long> delays = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            long sent = System.currentTimeMillis();
            send(flights, round);
            for (TimetablePage screen : screens) delays.add(seen(screen.page(), round) - sent);
        }

        delays.sort(null);
        long p99 = delays.get(delays.size() * 99 / 100);
        System.out.printf("20 screens: median %d ms, p99 %d ms%n", delays.get(delays.size() / 2), p99);
        assertThat(p99).isLessThan(1000);
        chromium.assertNoComplaints();
    }

    private void send(List<Arrival> flights, int round) {
        board.send(flights.stream()
                .map(each -> each.with("remark", "round " + round + "."))
                .toArray(Arrival[]::new));
    }

    private static long seen(Page screen, int round) {
        Object at = screen.waitForFunction("round => window.seen[round]", round).jsonValue();
        return ((Number) at).longValue();
    }

    /** A wall live at that address; it shows the first two texts, and none of the others. */
    private void awaitText(String address, String own, String state, String... others) {
        TimetablePage page = open(address);
        assertThat(page.page().locator("main")).containsText(own);
        assertThat(page.page().locator("main")).containsText(state);
        String shown = page.page().locator("main").textContent();
        List<String> wrong = Stream.of(others).filter(shown::contains).toList();
        assertThat(wrong).as(address).isEmpty();
        page.page().context().close();
    }

    private TimetablePage open(String address) {
        BrowserContext context = chromium.context(Chromium.person(1920, 1080));
        context.addInitScript(WATCH);
        return chromium.open(context, board.replica(), address).live();
    }
}
