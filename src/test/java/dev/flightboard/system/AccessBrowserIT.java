package dev.flightboard.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitUntilState;
import dev.flightboard.support.Arrival;
import dev.flightboard.support.Chromium;
import dev.flightboard.support.TestBoard;
import dev.flightboard.support.TimetablePage;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("alone")
class AccessBrowserIT {

    private static final String[] STATES = {
        "closed", "bags", "arrived", "landed", "landing", "departed", "scheduled", "diverted", "cancelled", "taxiing"
    };

    private static TestBoard board;
    private static Chromium chromium;

    @BeforeAll
    static void oneFlightOfEachState() {
        board = TestBoard.shared();
        chromium = new Chromium();
        board.send(IntStream.range(0, STATES.length)
                .mapToObj(i -> Arrival.of("I10" + i)
                        .from("Rome")
                        .with("terminal", String.valueOf(i % 3))
                        .in(20 * i - 40)
                        .late(10 * i - 5)
                        .state(STATES[i]))
                .toArray(Arrival[]::new));
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    /** A page that is enlarged fourfold is as wide as a phone, and whoever needs that may have no mouse. */
    @Test
    void onAPhonesWidthTheButtonThatHasTheFocusIsSeen() {
        TimetablePage page = chromium.open(chromium.context(Chromium.person(320, 568)), board.replica(), "");
        page.awaitFreshness("^Live$");

        Locator last = page.page().locator("thead button").last();
        last.focus();

        assertThat(last.evaluate("""
                button => {
                  const { x, y, width, height } = button.getBoundingClientRect();
                  return height > 20 && button.contains(document.elementFromPoint(x + width / 2, y + height / 2));
                }""")).isEqualTo(true);
        assertThat(page.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({
        "1440, 900, LIGHT, ?selected=I104",
        "1440, 900, DARK, ?selected=I108&search=rome",
        "820, 1180, LIGHT, ?lang=de",
        "390, 844, DARK, ?lang=es",
        "390, 844, LIGHT, ?selected=I103",
        "1920, 1080, LIGHT, ?search=nowhere",
    })
    void noBarrierInAnySizeColourOrLanguage(int width, int height, ColorScheme colours, String address) {
        BrowserContext context = chromium.context(Chromium.person(width, height).setColorScheme(colours));
        TimetablePage page = chromium.open(context, board.replica(), address);
        page.awaitFreshness("^(Live|En directo)$");

        assertThat(page.barriers()).isEmpty();
        assertThat(page.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        context.close();
        chromium.assertNoComplaints();
    }

    @Test
    void keyboardAloneFindsAFlightAndLeavesItAgain() {
        TimetablePage page = chromium.open(board.replica(), "").live();
        Keyboard keys = page.page().keyboard();

        keys.press("/");
        assertThat(page.search()).isFocused();
        keys.type("i10");
        page.flights().first().focus();
        keys.press("ArrowDown");
        keys.press("ArrowDown");
        assertThat(page.flights().nth(2)).isFocused();
        keys.press("Enter");

        assertThat(page.details().getByRole(AriaRole.HEADING).first()).isFocused();
        page.awaitAddress("?search=i10&selected=I102");
        keys.press("Escape");
        assertThat(page.details()).hasCount(0);
        assertThat(page.flights().nth(2)).isFocused();
        keys.press("End");
        assertThat(page.flights().last()).isFocused();
        chromium.assertNoComplaints();
    }

    @Test
    void tabGoesFromFlightToFlight() {
        TimetablePage page = chromium.open(board.replica(), "").live();

        page.flights().first().focus();
        for (int flight = 1; flight < STATES.length; flight++) {
            page.page().keyboard().press("Tab");
            assertThat(page.flights().nth(flight)).isFocused();
        }

        page.page().keyboard().press("Shift+Tab");
        assertThat(page.flights().nth(STATES.length - 2)).isFocused();
        chromium.assertNoComplaints();
    }

    @Test
    void changeMovesNothingForWhoDoesNotWantMotion() {
        BrowserContext context = chromium.context(Chromium.person(1280, 900).setReducedMotion(ReducedMotion.REDUCE));
        TimetablePage page = chromium.open(context, board.replica(), "").live();

        board.send(Arrival.of("I106").from("Rome").in(80).state("departed"));

        page.awaitState("I106", "Departed");
        Object animation =
                page.cell("I106", "state").locator(".turned").evaluate("cell => getComputedStyle(cell).animationName");
        assertThat(animation).isEqualTo("fade");
        context.close();
        chromium.assertNoComplaints();
    }

    @Test
    void colourChosenStandsBeforeTheScriptHasCome() {
        Page page = chromium.context(Chromium.person(390, 844).setColorScheme(ColorScheme.LIGHT))
                .newPage();
        // Never answered.
        page.route(Pattern.compile("/assets/index-.*\\.js"), route -> {});

        page.navigate(
                board.replica().uri("/?theme=dark").toString(),
                new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));

        assertThat(page.getByText("Flightboard")).isVisible();
        assertThat(page.locator("html")).hasCSS("color-scheme", "dark");
        chromium.assertNoComplaints();
    }

    @Test
    void whoHasNoScriptIsToldAndLedToTheFlightsAsJson() {
        Page page = chromium.context(Chromium.person(390, 844).setJavaScriptEnabled(false))
                .newPage();

        page.navigate(board.replica().uri("/").toString());

        assertThat(page.locator("noscript")).isVisible();
        assertThat(page.getByRole(AriaRole.LINK)).hasAttribute("href", "/flights");
        chromium.assertNoComplaints();
    }

    @Test
    void timesAreThoseOfTheBoardInTheLanguageOfTheReader() {
        BrowserContext context = chromium.context(Chromium.person(1280, 900).setLocale("de-DE"));
        TimetablePage page = chromium.open(context, board.replica(), "").live();

        assertThat(page.page().locator(".clock")).containsText("Alle Zeiten: Mitteleuropäische");
        assertThat(page.row("I104")).containsText("Im Anflug");
        context.close();
        chromium.assertNoComplaints();
    }
}
