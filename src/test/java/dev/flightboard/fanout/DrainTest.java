package dev.flightboard.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.Time;
import dev.flightboard.board.Board;
import dev.flightboard.board.Freshness;
import dev.flightboard.support.ManualClock;
import dev.flightboard.support.TestConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DrainTest {

    private static final int WINDOW_SECONDS = 10;

    private final EmbeddedChannel loop = new EmbeddedChannel();
    private final ManualClock clock = new ManualClock("2026-01-31T10:00:00Z");
    private final List<Browser> browsers = new ArrayList<>();
    private long seconds;
    private final Time time = new Time(clock, () -> TimeUnit.SECONDS.toNanos(seconds));
    private final Hub hub = new Hub(
            TestConfig.with(),
            new Board(Duration.ofHours(1), Duration.ofHours(48), clock.instant(), 0),
            new Freshness(Duration.ofSeconds(6), time.forward()),
            new FanoutMetrics(new SimpleMeterRegistry()),
            time);

    DrainTest() {
        loop.freezeTime();
        for (int i = 0; i < 10; i++) join();
    }

    // P48
    @Test
    void streamsEndOneAfterTheOther() {
        hub.drain(Duration.ofSeconds(WINDOW_SECONDS).toMillis());
        pass(0);
        long atOnce = ended();
        pass(WINDOW_SECONDS / 2);
        long halfway = ended();
        pass(WINDOW_SECONDS / 2);

        assertThat(atOnce).isZero();
        assertThat(halfway).isEqualTo(5);
        assertThat(ended()).isEqualTo(10);
    }

    // P48
    @Test
    void oneThatComesMeanwhileEndsWithTheOthers() {
        hub.drain(Duration.ofSeconds(WINDOW_SECONDS).toMillis());
        pass(WINDOW_SECONDS / 2);

        join();
        pass(WINDOW_SECONDS / 2);

        assertThat(ended()).isEqualTo(11);
    }

    private void join() {
        Browser browser = new Browser();
        browsers.add(browser);
        hub.frames(loop.eventLoop(), View.WHOLE_BOARD, null, false).subscribe().withSubscriber(browser);
    }

    private long ended() {
        return browsers.stream().filter(each -> each.ended).count();
    }

    private void pass(long time) {
        seconds += time;
        loop.runPendingTasks();
        loop.advanceTimeBy(time, TimeUnit.SECONDS);
        loop.runScheduledPendingTasks();
    }
}
