package dev.flightboard.http;

import static dev.flightboard.support.Flights.flight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.fanout.Frame;
import dev.flightboard.fanout.TestFrames;
import dev.flightboard.flight.FlightState;
import dev.flightboard.support.TestConfig;
import io.netty.channel.embedded.EmbeddedChannel;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Time is that of an embedded event loop: it stands still until it is told to pass. */
class StateStreamTest {

    private static final FlightState LANDING = flight("I768", "landing");
    private static final FlightState LANDED = flight("I768", "landed");

    private final EmbeddedChannel time = new EmbeddedChannel();
    private final Reader reader = new Reader();
    private MultiEmitter<? super Frame> hub;

    StateStreamTest() {
        time.freezeTime();
    }

    @Test
    void everyStateOfAFrameComesBeforeTheNextFrameIsAskedFor() {
        AtomicInteger asked = new AtomicInteger();
        Multi<Frame> frames = frames(TestFrames.board(LANDING, LANDED), TestFrames.changed(LANDED))
                .onRequest()
                .invoke(asked::incrementAndGet);

        AssertSubscriber<FlightState> states = read(frames, 2);

        states.assertItems(LANDING, LANDED);
        assertThat(asked).hasValue(1);
    }

    @Test
    void aLargeBoardIsReadOneByOneWithoutAStackThatGrows() {
        FlightState[] board = IntStream.range(0, 100_000)
                .mapToObj(i -> flight("F" + i, "landing"))
                .toArray(FlightState[]::new);
        List<FlightState> read = new ArrayList<>();

        stream(frames(TestFrames.board(board)))
                .onItem()
                .invoke(read::add)
                .subscribe()
                .withSubscriber(OneByOne.reader());

        assertThat(read).hasSize(board.length);
    }

    // P74
    @Test
    void aBoardThatIsVoidEndsTheStreamAfterWhatWasTold() {
        Multi<Frame> frames =
                Multi.createFrom().items(TestFrames.of(":\n"), TestFrames.board(LANDING), TestFrames.board(LANDED));

        AssertSubscriber<FlightState> states = read(frames, 10);

        states.assertItems(LANDING).assertCompleted();
        assertThat(reader.ends).containsExactly(EndReason.RESET);
    }

    @Test
    void aReaderThatStopsIsCutAfterTheWriteTimeout() {
        AssertSubscriber<FlightState> states = read(frames(TestFrames.board(LANDING, LANDED)), 1);

        pass(9);
        assertThat(reader.ends).isEmpty();
        pass(1);

        states.assertItems(LANDING);
        assertThat(reader.ends).containsExactly(EndReason.WRITE_TIMEOUT);
        assertThat(reader.cut).isTrue();
    }

    @Test
    void aReaderThatTakesAStateNowAndThenIsServedForAsLong() {
        FlightState[] board = IntStream.range(0, 20).mapToObj(i -> LANDING).toArray(FlightState[]::new);
        AssertSubscriber<FlightState> states = read(frames(TestFrames.board(board)), 1);

        for (int i = 1; i < 20; i++) {
            pass(9);
            states.request(1);
        }

        assertThat(reader.ends).isEmpty();
        assertThat(states.getItems()).hasSize(20);
    }

    @Test
    void itRotatesBetweenTwoStates() {
        AssertSubscriber<FlightState> states = read(endless(), 10);
        hub.emit(TestFrames.board(LANDING));

        pass(3600);

        states.assertItems(LANDING).assertCompleted();
        assertThat(reader.ends).containsExactly(EndReason.ROTATION);
    }

    @Test
    void theDrainEndsIt() {
        AssertSubscriber<FlightState> states = read(endless(), 10);

        hub.complete();

        states.assertCompleted();
        assertThat(reader.ends).containsExactly(EndReason.DRAIN);
    }

    @Test
    void itEndsOnceWhateverComesTogether() {
        AssertSubscriber<FlightState> states = read(endless(), 10);

        states.cancel();
        hub.complete();
        pass(3600);

        assertThat(reader.ends).containsExactly(EndReason.CLIENT_CLOSED);
    }

    @Test
    void aReaderThatHasGoneIsToldNothing() {
        reader.gone = true;

        AssertSubscriber<FlightState> states = read(frames(TestFrames.board(LANDING)), 10);

        states.assertHasNotReceivedAnyItem();
        assertThat(reader.ends).containsExactly(EndReason.CLIENT_CLOSED);
    }

    @Test
    void framesThatFailEndItCleanly() {
        AssertSubscriber<FlightState> states =
                read(Multi.createFrom().failure(new IllegalStateException("no frames")), 10);

        states.assertCompleted();
        assertThat(reader.ends).containsExactly(EndReason.FAILURE);
    }

    /** Those of a hub, which does not end where it has no more. */
    private static Multi<Frame> frames(Frame... frames) {
        return Multi.createFrom()
                .items(frames)
                .onCompletion()
                .switchTo(Multi.createFrom().nothing());
    }

    private Multi<Frame> endless() {
        return Multi.createFrom().emitter(emitter -> hub = emitter);
    }

    private AssertSubscriber<FlightState> read(Multi<Frame> frames, long demand) {
        return stream(frames).subscribe().withSubscriber(AssertSubscriber.create(demand));
    }

    private Multi<FlightState> stream(Multi<Frame> frames) {
        return StateStream.of(frames, time.eventLoop(), TestConfig.with("stream.write-timeout=10s").stream(), reader);
    }

    private void pass(long seconds) {
        time.advanceTimeBy(seconds, TimeUnit.SECONDS);
        time.runScheduledPendingTasks();
    }

    private static final class Reader implements StateStream.Reader {

        final List<EndReason> ends = new ArrayList<>();
        boolean gone;
        boolean cut;

        @Override
        public boolean isGone() {
            return gone;
        }

        @Override
        public void told() {}

        @Override
        public void cut() {
            cut = true;
        }

        @Override
        public void ended(EndReason reason) {
            ends.add(reason);
        }
    }

    /** As Quarkus asks: for one, and for the next within the call that brought it. */
    private static final class OneByOne {

        static Flow.Subscriber<FlightState> reader() {
            return new Flow.Subscriber<>() {
                private Flow.Subscription states;

                @Override
                public void onSubscribe(Flow.Subscription subscription) {
                    states = subscription;
                    states.request(1);
                }

                @Override
                public void onNext(FlightState state) {
                    states.request(1);
                }

                @Override
                public void onError(Throwable failure) {
                    throw new AssertionError(failure);
                }

                @Override
                public void onComplete() {}
            };
        }
    }
}
