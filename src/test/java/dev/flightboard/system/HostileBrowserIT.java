package dev.flightboard.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import dev.flightboard.support.Arrival;
import dev.flightboard.support.Chromium;
import dev.flightboard.support.TestBoard;
import dev.flightboard.support.TimetablePage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page before flights whose every text is as long, or as strange, as the service lets it be. */
@Tag("alone")
class HostileBrowserIT {

    private static final List<String> NAMES = List.of(
            "__proto__",
            "constructor",
            "<script>alert(1)</script>",
            "W".repeat(64),
            "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
            "مطار الملك خالد الدولي",
            "日本".repeat(32),
            "é̷".repeat(21));

    private static TestBoard board;
    private static Chromium chromium;

    @BeforeAll
    static void strangeFlights() {
        board = TestBoard.shared();
        chromium = new Chromium();
        List<Arrival> flights = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            String name = NAMES.get(i);
            String state = i < 2 ? name.replace("_", "") : "a-state-of-thirty-two-characters";
            flights.add(Arrival.of(i < 2 ? name : "X" + i)
                    .with("flight", name)
                    .with("airline", name)
                    .with("terminal", name)
                    .with("gate", name)
                    .with("belt", name)
                    .from(name)
                    .in(10 * i - 30)
                    .late(i * 700)
                    .state(state));
        }
        flights.add(Arrival.of("Y1").with("arrival", "00:10").from("Midnight"));
        flights.add(Arrival.of("Y2").from("Never"));
        flights.add(Arrival.of("Y3").with("scheduled", "0000-01-01T00:00:00Z").from("Year 0"));
        flights.add(Arrival.of("Y4").with("scheduled", "9999-12-31T23:59:59Z").from("Year 9999"));
        board.send(flights.toArray(Arrival[]::new));
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({
        "hostile-wide, 1920, 1080, LIGHT, ?earlier",
        "hostile-dark, 1280, 900, DARK, ?selected=X3&earlier",
        "hostile-proto, 1280, 900, LIGHT, ?selected=__proto__&sort=__proto__&earlier&lang=__proto__&theme=constructor",
        "hostile-phone, 390, 1800, LIGHT, ?earlier",
        "hostile-phone-details, 390, 844, DARK, ?selected=X3&earlier",
    })
    void everyFlightIsShownAndNoneLeavesItsPlace(
            String name, int width, int height, ColorScheme colours, String query) {
        BrowserContext context = chromium.context(Chromium.person(width, height).setColorScheme(colours));
        TimetablePage page = chromium.open(context, board.replica(), query).live();

        assertThat(page.flights()).hasCount(NAMES.size() + 4);
        page.page().evaluate("document.fonts.ready");
        page.screenshot(name);

        assertThat(page.is("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        assertThat(page.page().locator("[data-failed], .failed")).hasCount(0);
        context.close();
        chromium.assertNoComplaints();
    }

    @ParameterizedTest
    @CsvSource({"hostile-kiosk, 1920, 1080", "hostile-kiosk-upright, 1080, 1920"})
    void wallShowsWhatIsStrange(String name, int width, int height) {
        BrowserContext context = chromium.context(Chromium.person(width, height));
        TimetablePage page =
                chromium.open(context, board.replica(), "?kiosk&earlier").live();

        assertThat(page.flights().first()).isVisible();
        page.page().evaluate("document.fonts.ready");
        page.screenshot(name);

        assertThat(page.is("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        assertThat(page.page().locator("[data-failed], .failed")).hasCount(0);
        context.close();
        chromium.assertNoComplaints();
    }
}
