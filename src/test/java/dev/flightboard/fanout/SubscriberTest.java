package dev.flightboard.fanout;

import static dev.flightboard.support.Flights.flight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.Time;
import dev.flightboard.board.Board;
import dev.flightboard.board.Cursor;
import dev.flightboard.board.Freshness;
import dev.flightboard.board.Head;
import dev.flightboard.support.ManualClock;
import dev.flightboard.support.Wait;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.DefaultEventLoop;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SubscriberTest {

    private static final FlightboardConfig DEFAULTS = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(FlightboardConfig.class)
            .build()
            .getConfigMapping(FlightboardConfig.class);

    private final ManualClock clock = new ManualClock("2026-01-31T10:00:00Z");
    private final Board board = new Board(Duration.ofHours(1), Duration.ofHours(48), clock.instant(), 0);
    private final Time time = new Time(clock, () -> 0);
    private final Encoder encoder = new Encoder("UTC");
    private final Browser browser = new Browser();

    // P5
    @Test
    void newBrowserIsToldEverythingAndThenThatItIsLive() {
        land("I768");
        board.live(clock.instant(), 0);
        board.publish(0);

        subscriber(null).request(9);

        assertThat(browser.events()).containsExactly("reset {}", "I768 landed", "live 1");
    }

    // P25
    @Test
    void browserThatHasSeenAllIsToldOnlyThatItIsLive() {
        land("I768");
        board.live(clock.instant(), 0);
        board.publish(0);

        subscriber(Cursor.parse(board.head().cursor(0).toString()).orElseThrow())
                .request(9);

        assertThat(browser.events()).containsExactly("live 1");
    }

    @Test
    void browserWithTheCursorOfAnotherViewIsToldEverything() {
        land("I768");
        board.live(clock.instant(), 0);
        board.publish(0);
        View other = new View(Map.of("terminal", Set.of("3")));

        subscriber(Cursor.parse(board.head().cursor(other.fingerprint()).toString())
                        .orElseThrow())
                .request(9);

        assertThat(browser.events()).containsExactly("reset {}", "I768 landed", "live 1");
    }

    @Test
    void browsersThatReturnFromTheSamePlaceShareOneEncoding() {
        land("I768");
        board.live(clock.instant(), 0);
        board.publish(0);
        String seen = board.head().cursor(0).toString();
        land("A123");
        Hub hub = hub();
        Browser other = new Browser();

        subscriber(hub, Cursor.parse(seen).orElseThrow(), browser).request(1);
        subscriber(hub, Cursor.parse(seen).orElseThrow(), other).request(1);

        assertThat(browser.events()).containsExactly("A123 landed", "live 2");
        assertThat(other.frames.get(0)).isSameAs(browser.frames.get(0));
    }

    // P6
    @Test
    void browserThatComesBeforeTheBoardIsCompleteIsToldSoOnce() {
        browser.asksAgain = true;

        subscriber(null).request(1);

        assertThat(browser.events()).containsExactly("stale 2026-01-31T10:00:00Z");
    }

    @Test
    void whoeverWaitsForAnAudienceIsWokenByTheFirstBrowser() throws Exception {
        Hub hub = hub();
        FutureTask<Void> wait = new FutureTask<>(() -> {
            board.awaitAudience(Duration.ofHours(1).toNanos());
            return null;
        });
        Thread feed = new Thread(wait, "feed");
        feed.setDaemon(true);
        feed.start();
        Wait.until("the wait", () -> feed.getState() == Thread.State.TIMED_WAITING);

        Subscriber first = subscriber(hub, null, browser);

        wait.get(30, TimeUnit.SECONDS);
        first.cancel();
        long begun = System.nanoTime();
        board.awaitAudience(Duration.ofMillis(20).toNanos());
        assertThat(System.nanoTime() - begun).as("nobody is left").isGreaterThanOrEqualTo(20_000_000);
    }

    // P16
    @Test
    void aFrameFromBeforeWhatABrowserHasSeenIsNotShown() {
        land("I768");
        board.live(clock.instant(), 0);
        board.publish(0);
        Head before = board.head();
        land("A123");
        Subscriber subscriber = subscriber(null);
        subscriber.request(9);
        browser.frames.clear();

        subscriber.offer(encoder.heartbeat(View.WHOLE_BOARD, new Moment(before, null)));
        subscriber.offer(frame(before, before));
        subscriber.offer(frame(before, board.head()));

        assertThat(browser.events()).isEmpty();
    }

    @Test
    void aBrowserThatDoesNotReadIsOfferedNothing() {
        board.live(clock.instant(), 0);
        board.publish(0);
        Subscriber subscriber = subscriber(null);
        subscriber.request(2);
        browser.frames.clear();
        Head before = board.head();
        land("I768");

        subscriber.offer(frame(before, board.head()));
        subscriber.offer(encoder.heartbeat(View.WHOLE_BOARD, new Moment(board.head(), null)));

        assertThat(browser.frames).isEmpty();
    }

    private void land(String id) {
        board.apply(0, board.head().position().nextOffset(0), clock.millis(), id, flight(id, "landed"));
        board.publish(0);
    }

    private Frame frame(Head from, Head to) {
        return encoder.news(
                View.WHOLE_BOARD, from.position(), to, java.util.List.of(EventFormat.removed("told")), States.NONE);
    }

    private Hub hub() {
        return new Hub(
                DEFAULTS,
                board,
                new Freshness(Duration.ofSeconds(6), time.forward()),
                new FanoutMetrics(new SimpleMeterRegistry()),
                time);
    }

    private Subscriber subscriber(Cursor cursor) {
        return subscriber(hub(), cursor, browser);
    }

    private static Subscriber subscriber(Hub hub, Cursor cursor, Browser browser) {
        LoopSubscribers loop = new LoopSubscribers(new DefaultEventLoop(), hub);
        Subscriber subscriber = new Subscriber(loop, View.WHOLE_BOARD, cursor, false, browser);
        loop.add(subscriber);
        browser.onSubscribe(subscriber);
        return subscriber;
    }
}
