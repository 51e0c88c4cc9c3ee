package dev.flightboard.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.flightboard.support.Arrival;
import dev.flightboard.support.BrokerProcess;
import dev.flightboard.support.Chromium;
import dev.flightboard.support.EventStream;
import dev.flightboard.support.TestBoard;
import dev.flightboard.support.TestKafka;
import dev.flightboard.support.TimetablePage;
import dev.flightboard.support.Wait;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FreshnessBrowserIT {

    private static final Arrival ROME = Arrival.of("I768").from("Rome").in(30);
    private static final Arrival TOKYO = Arrival.of("G119").from("Tokyo").in(45);

    // What shell.ts waits for, and what it waits at the most before it tries again.
    private static final int GRACE_MILLIS = 5000;
    private static final int LONGEST_RETRY_MILLIS = 7500;

    private final Chromium chromium = new Chromium();

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void killedServiceIsComeBackToWithTheCursorAndWithoutALostRow() {
        try (TestBoard board = TestBoard.started()) {
            board.send(ROME, TOKYO);
            TimetablePage page = chromium.open(board.replica(), "").live();
            page.row("G119").evaluate("row => { row.marked = true }");

            board.replica().kill();
            page.awaitFreshness("^Reconnecting");
            assertThat(page.page().getByText("Not live. This is the board as it was at"))
                    .isVisible();
            page.awaitFlights("I768", "G119");
            board.send(ROME.state("landed"));
            board.replica().launch();

            page.live().awaitState("I768", "Landed");
            assertThat(page.row("G119").evaluate("row => row.marked")).isEqualTo(true);
            assertThat(board.replica().log()).doesNotContain("GET /flights");
            chromium.assertNoComplaints();
        }
    }

    @Test
    void serviceWithoutKafkaIsSaidToBeStaleUntilItIsLiveAgain() {
        try (BrokerProcess broker = BrokerProcess.started();
                TestKafka kafka = TestKafka.at(broker.servers());
                TestBoard board = TestBoard.started(kafka, Map.of("FLIGHTBOARD_FEED_LOST_AFTER", "1s"))) {
            board.send(ROME);
            TimetablePage page = chromium.open(board.replica(), "").live();

            broker.kill();
            page.awaitFreshness("^Stale since \\d\\d:\\d\\d$");
            page.awaitFlights("I768");
            // One that never was told that a board is live knows the airport's time, too.
            TimetablePage newcomer = chromium.open(board.replica(), "");
            newcomer.awaitFreshness("^Stale since \\d\\d:\\d\\d$");
            newcomer.awaitFlights("I768");
            broker.start();

            page.live();
            chromium.assertNoComplaints();
        }
    }

    @Test
    void refusedPageComesInAsSoonAsThereIsRoom() {
        try (TestBoard board =
                TestBoard.started(TestKafka.shared(), Map.of("FLIGHTBOARD_STREAM_MAX_SUBSCRIBERS", "1"))) {
            board.send(ROME);
            EventStream other = board.replica().events("");
            other.await("live");
            TimetablePage page = chromium.open(board.replica(), "");
            page.awaitFreshness("^Reconnecting in \\d+ s$");
            page.awaitFlights("I768");

            other.close();

            page.live();
            chromium.assertNoComplaints();
        }
    }

    @Test
    void shellWhoseScriptDoesNotComeSaysSoAndTriesAgain() {
        TestBoard board = TestBoard.shared();
        board.send(ROME);
        AtomicInteger asked = new AtomicInteger();
        Page page = chromium.context(Chromium.person(1280, 900)).newPage();
        // Neither the script nor the styles are there, twice.
        page.route(Pattern.compile("/assets/index-.*"), route -> {
            if (asked.incrementAndGet() > 4) route.resume();
            else route.fulfill(new Route.FulfillOptions().setStatus(404));
        });
        page.clock().install();

        page.navigate(board.replica().uri("/").toString());

        for (int loads = 2; loads <= 3; loads++) {
            page.clock().fastForward(GRACE_MILLIS);
            assertThat(page.getByText("The page could not be loaded. Trying again…"))
                    .isVisible();
            page.clock().fastForward(LONGEST_RETRY_MILLIS);
            int files = 2 * loads;
            page.waitForCondition(() -> asked.get() >= files);
        }
        new TimetablePage(page).live().awaitFlights("I768");
        assertThat(page.locator("html")).hasCSS("color-scheme", "light dark");
    }

    @Test
    void rotatedStreamsGoUnnoticed() {
        try (TestBoard board = TestBoard.started(TestKafka.shared(), Map.of("FLIGHTBOARD_STREAM_MAX_AGE", "1s"))) {
            board.send(ROME);
            TimetablePage page = chromium.open(board.replica(), "").live();

            Wait.until("two rotations", () -> board.replica().log().split(" rotation").length > 2);
            board.send(ROME.state("landed"));

            page.awaitState("I768", "Landed");
            chromium.assertNoComplaints();
        }
    }

    @Test
    void pageWithoutANetworkSaysSoAndReturnsWithIt() {
        try (TestBoard board = TestBoard.started()) {
            board.send(ROME);
            BrowserContext context = chromium.context(Chromium.person(1280, 900));
            TimetablePage page = chromium.open(context, board.replica(), "").live();

            board.replica().kill();
            context.setOffline(true);
            page.awaitFreshness("^Offline$");
            board.replica().launch();
            board.replica().awaitReady();
            context.setOffline(false);

            page.live().awaitFlights("I768");
            chromium.assertNoComplaints();
        }
    }
}
