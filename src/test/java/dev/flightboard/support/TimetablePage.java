package dev.flightboard.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The page as somebody before the screen finds it: by role and name. */
public record TimetablePage(Page page) {

    public Locator table() {
        return page.getByRole(AriaRole.TABLE);
    }

    /** The row of a flight, by its designator or anything else that its cells say. */
    public Locator row(String text) {
        return table().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(text));
    }

    public Locator cell(String flight, String column) {
        return row(flight).locator("[data-column=" + column + "]");
    }

    /** The designators, from top to bottom. */
    public Locator flights() {
        return table().getByRole(AriaRole.LINK);
    }

    public void awaitFlights(String... designators) {
        assertThat(flights()).hasText(designators);
    }

    public void awaitState(String flight, String state) {
        assertThat(cell(flight, "state")).hasText(state);
    }

    public Locator freshness() {
        return page.locator(".sign");
    }

    public void awaitFreshness(String words) {
        assertThat(freshness()).hasText(Pattern.compile(words));
    }

    public TimetablePage live() {
        awaitFreshness("^Live$");
        return this;
    }

    public Locator search() {
        return page.getByRole(AriaRole.SEARCHBOX);
    }

    public Locator details() {
        return page.getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("Details"));
    }

    public Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The address from its question mark on. */
    public void awaitAddress(String address) {
        assertThat(page).hasURL(URI.create(page.url()).resolve("/" + address).toString());
    }

    /** Whether an expression of the page's own is true. */
    public boolean is(String expression) {
        return Boolean.TRUE.equals(page.evaluate(expression));
    }

    /** Into {@code target/screenshots}, or the folder that the property {@code screenshots} names. */
    public void screenshot(String name) {
        String folder = System.getProperty("screenshots", "target/screenshots");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
    }

    /** What axe finds wrong for people who see, hear or move otherwise, one line each. */
    public List<?> barriers() {
        return barriers("{}");
    }

    /** Of what it finds, that which depends on the colours. */
    public List<?> barriersOfColour() {
        return barriers("{ runOnly: ['color-contrast'] }");
    }

    private List<?> barriers(String options) {
        page.evaluate(Axe.SCRIPT);
        return (List<?>) page.evaluate("async () => (await axe.run(" + options + ")).violations.flatMap("
                + "rule => rule.nodes.map(node => `${rule.id} ${node.target} ${node.failureSummary}`))");
    }

    private static final class Axe {

        static final String SCRIPT = read(Path.of("src/main/webui/node_modules/axe-core/axe.min.js"));

        private static String read(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
