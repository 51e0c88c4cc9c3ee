package dev.flightboard.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import dev.flightboard.support.Arrival;
import dev.flightboard.support.Chromium;
import dev.flightboard.support.TestBoard;
import dev.flightboard.support.TimetablePage;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Takes pictures of the page for people to judge, into a folder. The README's are made anew by {@code ./mvnw verify
 * -Dscreenshots=docs -Dit.test=ScreenshotsBrowserIT#readme}.
 */
@EnabledIfSystemProperty(named = "screenshots", matches = ".+", disabledReason = "Nobody looks: -Dscreenshots=FOLDER")
@Tag("alone")
class ScreenshotsBrowserIT {

    private static final List<String> CITIES = List.of(
            "LHR", "Berlin", "JFK", "Buenos Aires", "Lisbon", "HND", "Zürich", "Paris", "ORD", "Reykjavík", "MAD");
    private static final List<String> AIRLINES = List.of("BA", "LH", "AZ", "IB", "TP", "AF", "UA");

    // How far from its time a flight is, in minutes, and so in which state.
    private static final int[] FROM = {-30, -20, -8, 0, 12, 120};
    private static final List<String> STATES =
            List.of("closed", "bags", "arrived", "landed", "landing", "departed", "scheduled");

    private static TestBoard board;
    private static Chromium chromium;

    @BeforeAll
    static void aPlausibleEvening() {
        board = TestBoard.shared();
        chromium = new Chromium();
        board.send(IntStream.range(0, 120)
                .boxed()
                .flatMap(i -> Stream.of(flight(i), departure(i)))
                .toArray(Arrival[]::new));
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({
        "board-dark, 1280, 800, DARK, ''",
        "board-wide, 1920, 1080, DARK, ?selected=IB117",
        "tablet, 820, 1180, LIGHT, ?lang=de",
        "phone-light, 390, 844, LIGHT, ''",
        "phone-spanish, 390, 844, DARK, ?lang=es",
        "phone-details, 390, 844, LIGHT, ?selected=LH115",
        "kiosk, 1920, 1080, DARK, ?kiosk",
        "empty, 1280, 800, LIGHT, ?terminal=9",
        "departures, 1280, 800, LIGHT, ?board=departures",
        "departures-details, 1280, 900, DARK, ?board=departures&selected=D-LH122",
        "departures-phone, 390, 844, LIGHT, ?board=departures",
        "departures-smallest, 320, 568, DARK, ?board=departures",
        "departures-arabic, 1280, 800, LIGHT, ?board=departures&lang=ar",
        "arabic-phone, 390, 844, DARK, ?lang=ar",
        "chinese, 1280, 800, DARK, ?lang=zh",
        "wall-departures, 1920, 1080, LIGHT, ?kiosk&board=departures",
        "wall-both, 1920, 1080, DARK, ?kiosk&board=both",
        "wall-both-upright, 1080, 1920, LIGHT, ?kiosk&board=both&lang=ar",
        "wall-belt, 1920, 1080, DARK, ?kiosk&belt=4",
        "wall-belt-upright, 1080, 1920, LIGHT, ?kiosk&belt=4&lang=fr",
        "wall-gate, 1920, 1080, DARK, ?kiosk&gate=B2",
        "wall-gate-arabic, 1920, 1080, LIGHT, ?kiosk&gate=B2&lang=ar",
        "wall-gate-upright, 1080, 1920, LIGHT, ?kiosk&gate=B2&lang=de",
        "wall-gate-4k, 3840, 2160, DARK, ?kiosk&gate=B2&lang=zh",
        "wall-gate-empty, 1920, 1080, LIGHT, ?kiosk&gate=Z9",
        "wall-desk, 1920, 1080, LIGHT, ?kiosk&desk=12",
    })
    void picture(String name, int width, int height, ColorScheme colours, String address) {
        BrowserContext context = chromium.context(Chromium.person(width, height).setColorScheme(colours));
        TimetablePage page = chromium.open(context, board.replica(), address);
        assertThat(page.page().locator(".freshness")).hasAttribute("data-freshness", "live");
        page.page().evaluate("document.fonts.ready");

        page.screenshot(name);

        context.close();
        chromium.assertNoComplaints();
    }

    @ParameterizedTest
    @CsvSource({"board, 1280, 800, LIGHT", "phone, 390, 844, DARK"})
    void readme(String name, int width, int height, ColorScheme colours) {
        picture(name, width, height, colours, "");
    }

    private static Arrival flight(int number) {
        String airline = AIRLINES.get(number % AIRLINES.size());
        int scheduled = 7 * number - 130;
        // Most flights are a little early or late, and every sixth one is late.
        int late = number % 6 == 0 ? 15 + number % 40 : number % 9 - 4;
        Arrival flight = Arrival.of(airline + (100 + number))
                .from(CITIES.get(number % CITIES.size()))
                .with("airline", airline)
                .with("terminal", String.valueOf(1 + number % 3))
                .with("gate", "ABC".charAt(number % 3) + String.valueOf(1 + number % 24))
                .in(scheduled)
                .late(late)
                .state(state(number, scheduled + late));
        return scheduled + late < 0 ? flight.with("belt", String.valueOf(1 + number % 8)) : flight;
    }

    private static Arrival departure(int number) {
        String airline = AIRLINES.get(number % AIRLINES.size());
        int scheduled = 7 * number - 60;
        int late = number % 6 == 0 ? 15 + number % 40 : 0;
        int left = scheduled + late;
        Arrival flight = Arrival.of("D-" + airline + (100 + number))
                .with("flight", airline + (100 + number))
                .to(CITIES.get((number + 4) % CITIES.size()))
                .with("airline", airline)
                .with("terminal", String.valueOf(1 + number % 3))
                .with("desks", (1 + number % 3) + "0-" + (1 + number % 3) + "8")
                .in(scheduled)
                .late(late)
                .state(number % 29 == 21 ? "cancelled" : leaving(left));
        if (number % 11 == 9) flight = flight.with("remark", "Security is busy: please allow 30 minutes");
        return left < 120 ? flight.with("gate", "ABC".charAt(number % 3) + String.valueOf(1 + number % 24)) : flight;
    }

    private static String leaving(int minutes) {
        if (minutes < 0) return "departed";
        if (minutes < 6) return "gate-closed";
        if (minutes < 14) return "final-call";
        if (minutes < 40) return "boarding";
        return minutes < 150 ? "check-in" : "scheduled";
    }

    private static String state(int number, int expected) {
        if (number % 29 == 21) return "cancelled";
        if (number % 41 == 30) return "diverted";
        int step = (int) IntStream.of(FROM).filter(bound -> expected >= bound).count();
        return STATES.get(step);
    }
}
