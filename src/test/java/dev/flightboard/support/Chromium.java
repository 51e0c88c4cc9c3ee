package dev.flightboard.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real Chromium, and what the pages of one test complained of. Of the thread that first asked for it. */
public final class Chromium implements AutoCloseable {

    // Nothing that a test does not ask for: no sandbox, since CI runs as root, and no calls home.
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            // Of the tests' own making, by nobody signed: without this, a page gets no service worker by them.
            "--ignore-certificate-errors",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    /** What a person with a screen of that size brings: English, and no wish for less motion. */
    public static Browser.NewContextOptions person(int width, int height) {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("en-GB")
                .setTimezoneId("Asia/Tokyo")
                .setReducedMotion(ReducedMotion.NO_PREFERENCE);
    }

    public TimetablePage open(Replica replica, String address) {
        return open(context(person(1280, 900)), replica, address);
    }

    public TimetablePage open(BrowserContext context, Replica replica, String address) {
        Page page = context.newPage();
        page.navigate(replica.uri("/" + address).toString());
        return new TimetablePage(page);
    }

    /** A browser's profile of its own; its tabs share what tabs share. */
    public BrowserContext context(Browser.NewContextOptions options) {
        BrowserContext context = watched(Shared.BROWSER.newContext(options));
        contexts.add(context);
        return context;
    }

    private BrowserContext watched(BrowserContext context) {
        context.setDefaultTimeout(Wait.DEADLINE.toMillis());
        context.onConsoleMessage(said -> {
            if (Pattern.matches("error|warning", said.type())) complaints.add(said.text() + " at " + said.location());
        });
        context.onWebError(error -> complaints.add(error.error()));
        return context;
    }

    /** DevTools' protocol with the browser itself: what it opens, Playwright leaves alone. */
    public CDPSession session() {
        return Shared.BROWSER.newBrowserCDPSession();
    }

    /** A whole browser of its own, that keeps what it has in a folder: a small computer behind a screen. */
    public Screen screen(Path profile) {
        BrowserContext window = Shared.PLAYWRIGHT
                .chromium()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(onPath("chromium"))
                                .setArgs(ARGUMENTS)
                                .setLocale("en-GB")
                                .setViewportSize(1280, 720));
        return new Screen(watched(window), profile);
    }

    /** To be the last line of every test: whatever it did, no page logged an error. */
    public void assertNoComplaints() {
        assertThat(complaints).isEmpty();
    }

    /** Every profile, with its tabs. */
    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
    }

    /** One window of it. */
    public record Screen(BrowserContext context, Path profile) implements AutoCloseable {

        public Page page() {
            return context.pages().get(0);
        }

        /** Nothing that the browser has not yet written is written any more. */
        public void cutPower() {
            ProcessHandle.current()
                    .descendants()
                    .filter(each -> each.info().commandLine().orElse("").contains(profile.toString()))
                    .forEach(ProcessHandle::destroyForcibly);
        }

        @Override
        public void close() {
            context.close();
        }
    }

    /** The first of these programs that is there. */
    private static Path onPath(String... programs) {
        return Stream.of(programs)
                .flatMap(program -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, program)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(String.join(" or ", programs) + " is not on the PATH"));
    }

    /** One for all tests of this JVM, with which it ends. */
    private static final class Shared {

        static final Playwright PLAYWRIGHT = create();
        static final Browser BROWSER = launch();

        private static Playwright create() {
            Map<String, String> environment = Map.of(
                    "PLAYWRIGHT_NODEJS_PATH", onPath("node").toString(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            PlaywrightAssertions.setDefaultAssertionTimeout(Wait.DEADLINE.toMillis());
            return Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        }

        private static Browser launch() {
            return PLAYWRIGHT
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            // The same engine, without windows that nobody sees: they take a fifth of a test's time.
                            .setExecutablePath(onPath("chromium-headless-shell", "chromium"))
                            .setArgs(ARGUMENTS));
        }
    }
}
