package dev.flightboard.fanout;

import static dev.flightboard.support.Flights.flight;
import static dev.flightboard.support.Schedules.check;
import static dev.flightboard.support.Schedules.together;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.Time;
import dev.flightboard.board.Board;
import dev.flightboard.board.Freshness;
import dev.flightboard.flight.FlightState;
import dev.flightboard.support.Schedules;
import dev.flightboard.support.TestConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Browsers come and go on event loops while the hub flushes, and while it drains. */
@Tag("schedules")
class HubSchedulesTest {

    // So many find each fault that was planted; more take as much longer.
    private static final int SCHEDULES = 30;

    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final Time TIME = new Time(Clock.fixed(NOW, ZoneOffset.UTC), () -> 0);
    private static final Freshness FRESHNESS = new Freshness(Duration.ofSeconds(6), TIME.forward());
    private static final FlightState FLIGHT = flight("I768", "landed");
    private static final FlightboardConfig CONFIG = TestConfig.with();
    private static final FanoutMetrics METRICS = new FanoutMetrics(none());

    /** What one run begins with: an empty board, and its hub. */
    private static final class Service {

        final Board board = new Board(Duration.ofHours(1), Duration.ofHours(48), NOW, 0);
        final Hub hub;

        Service() {
            board.live(NOW, 0);
            board.publish(0);
            hub = new Hub(CONFIG, board, FRESHNESS, METRICS, TIME);
        }

        void land() {
            board.apply(0, 0, NOW.toEpochMilli(), FLIGHT.id(), FLIGHT);
            board.publish(0);
        }

        /** One that has no room yet: to encode a frame under Lincheck takes a second. */
        Follower join(PostedTasks loop) {
            Follower browser = new Follower();
            // What Mutiny puts around a subscriber would be followed by Lincheck, too.
            ((AbstractMulti<Frame>) hub.frames(loop, View.WHOLE_BOARD, null, false)).subscribe(browser);
            return browser;
        }
    }

    /** A browser that notes whether it was ended. */
    private static final class Follower implements MultiSubscriber<Frame> {

        boolean ended;

        @Override
        public void onSubscribe(Subscription subscription) {}

        @Override
        public void onItem(Frame frame) {
            throw new AssertionError("nothing was asked for");
        }

        @Override
        public void onFailure(Throwable failure) {
            throw new AssertionError(failure);
        }

        @Override
        public void onCompletion() {
            ended = true;
        }
    }

    @Test
    void whoJoinsDuringAFlushBeginsAtItsEndOrIsSentItsFrames() {
        Schedules.each(SCHEDULES, () -> {
            Service service = new Service();
            PostedTasks loop = new PostedTasks();
            long[] begins = new long[1];
            service.land();

            together(service.hub::flush, () -> {
                service.join(loop);
                begins[0] = service.hub.head().revision();
            });

            check(begins[0] == 1 || !loop.isEmpty(), "it is told the flight by one of the two");
        });
    }

    @Test
    void whoJoinsWhileTheLastOfItsViewLeavesHasAnAudience() {
        Schedules.each(SCHEDULES, () -> {
            Service service = new Service();
            Moment now = Moment.of(service.board.head(), FRESHNESS);
            // Each of its frames is at least a heartbeat.
            Audiences audiences = new Audiences(new Encoder("UTC"), METRICS, 0, TIME);
            audiences.join(View.WHOLE_BOARD, false);

            together(() -> audiences.leave(View.WHOLE_BOARD, false), () -> audiences.join(View.WHOLE_BOARD, false));
            Frames frames = audiences.frames(now, now, service.hub.changes().take());

            check(frames.encoded().size() == 1, "there is a frame for it");
        });
    }

    @Test
    void whoJoinsDuringADrainIsEndedWithTheOthers() {
        Schedules.each(SCHEDULES, () -> {
            Service service = new Service();
            PostedTasks loop = new PostedTasks();
            Follower[] browser = new Follower[1];

            together(() -> service.hub.drain(1_000), () -> browser[0] = service.join(loop));
            loop.runAll();

            check(browser[0].ended, "it was ended");
        });
    }

    private static MeterRegistry none() {
        MeterRegistry none = new SimpleMeterRegistry();
        none.config().meterFilter(MeterFilter.deny());
        return none;
    }
}
