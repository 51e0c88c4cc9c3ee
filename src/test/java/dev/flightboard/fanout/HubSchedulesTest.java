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
            hub.flush();
        }

        Follower join(PostedTasks loop, boolean hasRoom) {
            Follower browser = new Follower(hasRoom);
            // What Mutiny puts around a subscriber would be followed by Lincheck, too.
            ((AbstractMulti<Frame>) hub.frames(loop, View.WHOLE_BOARD, null, false)).subscribe(browser);
            return browser;
        }
    }

    /** A browser that always has room, or never, and notes how far it was told. */
    private static final class Follower implements MultiSubscriber<Frame> {

        private final boolean hasRoom;
        private Subscription subscription;
        long told = -1;
        boolean ended;

        Follower(boolean hasRoom) {
            this.hasRoom = hasRoom;
        }

        @Override
        public void onSubscribe(Subscription newSubscription) {
            subscription = newSubscription;
            if (hasRoom) subscription.request(1);
        }

        @Override
        public void onItem(Frame frame) {
            check(frame.from() == frame.to() || frame.from().revision() <= told, "it begins where it was told");
            told = frame.to().revision();
            subscription.request(1);
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
    void whoJoinsDuringAFlushMissesNothing() {
        Schedules.each(() -> {
            Service service = new Service();
            PostedTasks loop = new PostedTasks();
            Follower[] browser = new Follower[1];

            together(service::land, () -> browser[0] = service.join(loop, true));
            loop.runAll();

            check(browser[0].told == 1, "it was told the flight");
        });
    }

    @Test
    void whoJoinsWhileTheLastOfItsViewLeavesHasAnAudience() {
        Schedules.each(() -> {
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
        Schedules.each(() -> {
            Service service = new Service();
            PostedTasks loop = new PostedTasks();
            Follower[] browser = new Follower[1];

            together(() -> service.hub.drain(1_000), () -> browser[0] = service.join(loop, false));
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
