package dev.flightboard.fanout;

import static dev.flightboard.support.Flights.flight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.Time;
import dev.flightboard.board.Board;
import dev.flightboard.board.Freshness;
import dev.flightboard.support.ManualClock;
import dev.flightboard.support.TestConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopSubscribersTest {

    private final EmbeddedChannel loop = new EmbeddedChannel();
    private final ManualClock clock = new ManualClock("2026-01-31T10:00:00Z");
    private final Board board = new Board(Duration.ofHours(1), Duration.ofHours(48), clock.instant(), 0);
    private final Time time = new Time(clock, () -> 0);
    private final Hub hub = new Hub(
            TestConfig.with(),
            board,
            new Freshness(Duration.ofSeconds(6), time.forward()),
            new FanoutMetrics(new SimpleMeterRegistry()),
            time);
    private final List<Browser> browsers = Stream.generate(this::join).limit(6).toList();

    @BeforeEach
    void isLive() {
        board.live(clock.instant(), 0);
        board.publish(0);
        flush();
    }

    // P17
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void streamsThatEndTogetherTakeNothingFromTheOthers(int first) {
        List<Browser> ofOneConnection = browsers.subList(first, Math.min(first + 3, browsers.size()));
        // Whoever of them is written to first finds the connection dead, which ends them all.
        for (Browser each : ofOneConnection) each.meanwhile = () -> ofOneConnection.forEach(Browser::leave);

        board.apply(0, 0, clock.millis(), "I768", flight("I768", "landed"));
        board.publish(0);
        flush();

        assertThat(browsers)
                .filteredOn(each -> !ofOneConnection.contains(each))
                .allSatisfy(each -> assertThat(each.events()).endsWith("I768 landed"));
    }

    private Browser join() {
        Browser browser = new Browser();
        browser.asksAgain = true;
        hub.frames(loop.eventLoop(), View.WHOLE_BOARD, null, false).subscribe().withSubscriber(browser);
        browser.ask();
        return browser;
    }

    private void flush() {
        hub.flush();
        loop.runPendingTasks();
    }
}
