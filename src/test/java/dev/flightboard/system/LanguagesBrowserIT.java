package dev.flightboard.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.flightboard.support.Arrival;
import dev.flightboard.support.Chromium;
import dev.flightboard.support.TestBoard;
import dev.flightboard.support.TimetablePage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every screen in every language, both colours and all sizes. {@code -Daxe.all=true} looks for barriers in each. */
@Tag("alone")
class LanguagesBrowserIT {

    private static final List<String> LANGUAGES = List.of("en", "de", "es", "fr", "ar", "zh");
    // One that is read from each side; all others by a property, for they are slow to try.
    private static final List<String> AXE = Boolean.getBoolean("axe.all") ? LANGUAGES : List.of("en", "ar");
    private static final List<String> ARRIVING =
            List.of("closed", "bags", "arrived", "landed", "landing", "departed", "scheduled", "diverted", "cancelled");
    private static final List<String> LEAVING = List.of(
            "departed", "gate-closed", "final-call", "boarding", "check-in", "scheduled", "cancelled", "de-icing");

    // More than a wall shows at once: it turns its pages then.
    private static final int FLIGHTS = 24;

    // A small phone, a phone on its side, walls across and upright, and one of the largest.
    private static final int[][] SIZES = {{320, 568}, {844, 390}, {1920, 1080}, {1080, 1920}, {3840, 2160}};

    // Where a wall turns its pages, their number stands below the last row.
    private static final String NO_ROW_COVERED = """
            [...document.querySelectorAll('.kioskPage:has(.pageNumber)')].every((page) => {
              const box = (what) => page.querySelector(what).getBoundingClientRect();
              return box('tbody tr:last-child').bottom <= box('.pageNumber').top;
            })""";

    private static TestBoard board;
    private static Chromium chromium;

    @BeforeAll
    static void flightsOfEachState() {
        board = TestBoard.shared();
        chromium = new Chromium();
        List<Arrival> flights = new ArrayList<>();
        for (int i = 0; i < FLIGHTS; i++) {
            flights.add(Arrival.of("AZ" + (100 + i))
                    .from("Dallas/Fort Worth")
                    .with("airline", "AZ")
                    .with("terminal", "2")
                    .with("belt", "4")
                    .in(15 * i - 40)
                    .late(10 * i - 5)
                    .state(ARRIVING.get(i % ARRIVING.size())));
        }
        for (int i = 0; i < FLIGHTS; i++) {
            flights.add(Arrival.of("BA" + (200 + i))
                    .to("Palma de Mallorca")
                    .with("airline", "BA")
                    .with("terminal", "2")
                    .with("gate", "B7")
                    .with("desks", "101-110")
                    .with("remark", "Please have your passport ready")
                    .in(15 * i - 20)
                    .late(10 * i - 5)
                    .state(LEAVING.get(i % LEAVING.size())));
        }
        board.send(flights.toArray(Arrival[]::new));
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?",
                "?board=departures",
                "?board=departures&selected=BA203",
                "?kiosk",
                "?kiosk&board=departures",
                "?kiosk&board=both",
                "?kiosk&belt=4",
                "?kiosk&gate=B7",
                "?kiosk&desk=101",
            })
    void noBarrierAndNothingBeyondTheEdge(String address) {
        BrowserContext context = chromium.context(Chromium.person(1280, 800));
        TimetablePage page = chromium.open(context, board.replica(), address).live();
        List<String> wrong = new ArrayList<>();

        // Once: no colour is a language's.
        speak(page.page(), address, "en", "dark");
        for (Object barrier : page.barriersOfColour()) wrong.add("dark " + barrier);
        for (String language : LANGUAGES) {
            speak(page.page(), address, language, "light");
            if (AXE.contains(language)) {
                for (Object barrier : page.barriers()) wrong.add(language + " light " + barrier);
            }
            for (int[] size : SIZES) {
                page.page().setViewportSize(size[0], size[1]);
                page.page().waitForCondition(() -> page.is(NO_ROW_COVERED));
                if (!page.is("document.documentElement.scrollWidth <= innerWidth")) {
                    wrong.add("%s is too wide for %d × %d".formatted(language, size[0], size[1]));
                }
                if (address.contains("kiosk") && !page.is("document.documentElement.scrollHeight <= innerHeight")) {
                    wrong.add("%s is too high for %d × %d".formatted(language, size[0], size[1]));
                }
            }
            page.page().setViewportSize(1280, 800);
        }

        assertThat(wrong).isEmpty();
        context.close();
        chromium.assertNoComplaints();
    }

    @Test
    void wallRotatesTheLanguagesItIsGiven() {
        Page tab = chromium.context(Chromium.person(1920, 1080)).newPage();
        tab.clock().install();
        tab.navigate(board.replica().uri("/?kiosk&language=en,ar").toString());
        new TimetablePage(tab).live();
        assertThat(tab.locator("html")).hasAttribute("dir", "ltr");

        tab.clock().runFor(6_000);
        assertThat(tab.locator("html")).hasAttribute("dir", "rtl");
        assertThat(tab.locator("h1")).hasText("الوصول");

        tab.clock().runFor(6_000);
        assertThat(tab.locator("h1")).hasText("Arrivals");
        chromium.assertNoComplaints();
    }

    /** As the settings do it: the page stays, its words are others. */
    private static void speak(Page page, String address, String language, String theme) {
        page.evaluate(
                "([address, language, theme]) => {"
                        + " history.replaceState(null, '', `${address}&lang=${language}&theme=${theme}`);"
                        + " dispatchEvent(new PopStateEvent('popstate')); }",
                List.of(address, language, theme));
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.locator("html")).hasAttribute("data-theme", theme);
    }
}
