package dev.flightboard.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.flightboard.support.Arrival;
import dev.flightboard.support.Chromium;
import dev.flightboard.support.TemporaryDirectory;
import dev.flightboard.support.TestBoard;
import dev.flightboard.support.TimetablePage;
import dev.flightboard.support.Wait;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("alone")
class BoardBrowserIT {

    private static final Arrival LONDON =
            Arrival.of("A123").from("London").with("terminal", "1").in(15);
    private static final Arrival ROME =
            Arrival.of("I768").from("Rome").with("terminal", "2").in(30);
    private static final Arrival TOKYO =
            Arrival.of("G119").from("Tokyo").with("terminal", "3").in(45);

    private final TestBoard board = TestBoard.shared();
    private final Chromium chromium = new Chromium();

    @BeforeEach
    void threeFlights() {
        board.send(TOKYO, LONDON, ROME);
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void changeIsSeenInPlaceWithoutReload() {
        TimetablePage page = chromium.open(board.replica(), "").live();
        page.awaitFlights("A123", "I768", "G119");
        page.row("I768").evaluate("row => { row.marked = true }");

        board.send(ROME.state("landing").late(25).with("belt", "7"));

        page.awaitState("I768", "Landing");
        assertThat(page.cell("I768", "expected")).containsText(Pattern.compile("\\d\\d:\\d\\d\\+25"));
        assertThat(page.cell("I768", "belt")).containsText("7");
        assertThat(page.row("I768").evaluate("row => row.marked")).isEqualTo(true);
        page.awaitFlights("A123", "I768", "G119");
        chromium.assertNoComplaints();
    }

    @Test
    void flightsComeInOrderOfTimeAndGo() {
        TimetablePage page = chromium.open(board.replica(), "").live();

        board.send(Arrival.of("D654").from("Berlin").in(20), TOKYO.in(5));
        page.awaitFlights("G119", "A123", "D654", "I768");

        board.remove(LONDON);
        page.awaitFlights("G119", "D654", "I768");
        chromium.assertNoComplaints();
    }

    @Test
    void textOfTheTopicIsShownAsText() {
        TimetablePage page = chromium.open(board.replica(), "").live();

        board.send(ROME.from("<img src=x onerror=alert(1)>").state("on-stand"));

        assertThat(page.cell("I768", "origin")).hasText("<img src=x onerror=alert(1)>");
        page.awaitState("I768", "on-stand");
        assertThat(page.page().getByRole(AriaRole.IMG)).hasCount(1);
        chromium.assertNoComplaints();
    }

    @Test
    void whatIsSearchedAndFilteredIsInTheAddress() {
        TimetablePage page = chromium.open(board.replica(), "").live();

        page.search().fill("tok");
        page.awaitFlights("G119");
        page.awaitAddress("?search=tok");

        page.search().fill("");
        page.page().getByLabel("2", new Page.GetByLabelOptions().setExact(true)).check();
        page.awaitFlights("I768");
        page.awaitAddress("?terminal=2");
        chromium.assertNoComplaints();
    }

    @Test
    void addressIsABoardWhoseStreamIsFiltered() {
        TimetablePage page = chromium.open(board.replica(), "?terminal=2").live();
        page.awaitFlights("I768");

        board.send(TOKYO.with("terminal", "2"), ROME.with("terminal", "1"));

        page.awaitFlights("G119");
        assertThat(board.replica().log()).contains("GET /flights?terminal=2 ");
        chromium.assertNoComplaints();
    }

    @Test
    void detailsTellWhatAFlightWentThroughSinceThePageWasOpened() {
        TimetablePage page = chromium.open(board.replica(), "").live();
        board.send(ROME.state("departed"));
        page.awaitState("I768", "Departed");

        page.row("I768").click();

        page.awaitAddress("?selected=I768");
        Locator steps = page.details().getByRole(AriaRole.LISTITEM);
        assertThat(steps).hasCount(1);
        board.send(ROME.state("landing").with("gate", "B11"));
        assertThat(steps).hasCount(3);
        assertThat(page.details()).containsText("Gate: B11");
        chromium.assertNoComplaints();
    }

    @Test
    void followedFlightStaysOnTopAlsoTheNextTime() {
        TimetablePage page = chromium.open(board.replica(), "?selected=G119").live();

        page.button("Follow").click();
        page.awaitFlights("G119", "A123", "I768");

        page.page().reload();
        page.awaitFlights("G119", "A123", "I768");
        chromium.assertNoComplaints();
    }

    @Test
    void followedFlightIsToldOfWhileThePageIsOutOfSight() {
        try (TemporaryDirectory profile = new TemporaryDirectory();
                Chromium.Screen desk = chromium.screen(profile.path())) {
            isToldOf(desk.context());
        }
        chromium.assertNoComplaints();
    }

    private void isToldOf(BrowserContext context) {
        context.grantPermissions(List.of("notifications"));
        context.addInitScript("""
                window.shown = [];
                window.Notification = class extends Notification {
                  constructor(title, options) {
                    super(title, options);
                    this.onshow = () => window.shown.push(`${title}: ${options.body}`);
                  }
                };
                """);
        TimetablePage page =
                chromium.open(context, board.replica(), "?selected=I768").live();
        page.button("Follow").click();
        board.send(ROME.state("departed"));
        page.awaitState("I768", "Departed");

        // A headless page is never out of sight by itself.
        page.page().evaluate("Object.defineProperty(document, 'hidden', { value: true })");
        board.send(ROME.state("landing"));

        Wait.until("a notification", () -> page.is("window.shown.length > 0"));
        assertThat(page.is("window.shown.join() === 'I768 Rome: Landing'")).isTrue();
    }
}
