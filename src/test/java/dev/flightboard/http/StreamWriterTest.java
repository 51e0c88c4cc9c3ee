package dev.flightboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.fanout.Chunk;
import dev.flightboard.fanout.Frame;
import dev.flightboard.fanout.TestFrames;
import dev.flightboard.support.TestConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.embedded.EmbeddedChannel;
import io.smallrye.mutiny.Multi;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Time is that of an embedded event loop: it stands still until it is told to pass. */
class StreamWriterTest {

    private static final int WRITE_TIMEOUT_SECONDS = 10;
    private static final Frame FRAME = TestFrames.of(":..\n");

    private static final Frame LARGE = TestFrames.of("x".repeat(100_000));

    private final EmbeddedChannel time = new EmbeddedChannel();
    private final Socket socket = new Socket();
    private final UnsentMemory memory = new UnsentMemory(100_000);
    private final List<EndReason> ends = new ArrayList<>();
    private final StreamWriter writer;

    StreamWriterTest() {
        time.freezeTime();
        writer = writer("stream.write-timeout=" + WRITE_TIMEOUT_SECONDS + "s", ends);
    }

    private StreamWriter writer(String setting, List<EndReason> ended) {
        return new StreamWriter(
                socket,
                PlainCoding.INSTANCE,
                time.eventLoop(),
                TestConfig.with(setting).stream(),
                memory,
                new StreamMetrics(new SimpleMeterRegistry()),
                (reason, bytes) -> ended.add(reason));
    }

    // P49
    @Test
    void aReaderThatStopsIsCutAfterTheWriteTimeout() {
        socket.room = 0;
        Multi.createFrom().items(FRAME, FRAME).subscribe().withSubscriber(writer);

        pass(WRITE_TIMEOUT_SECONDS);

        assertThat(ends).containsExactly(EndReason.WRITE_TIMEOUT);
        assertThat(socket.cut).isTrue();
    }

    // P47
    @Test
    void aStreamEndsInTheLastFifthOfItsTime() {
        List<EndReason> rotated = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Multi.createFrom().<Frame>nothing().subscribe().withSubscriber(writer("stream.max-age=1000s", rotated));
        }

        pass(799);
        int early = rotated.size();
        pass(100);
        int inTime = rotated.size();
        pass(101);

        assertThat(early).isZero();
        assertThat(inTime).isBetween(1, 49);
        assertThat(rotated).hasSize(50).containsOnly(EndReason.ROTATION);
    }

    // P49
    @Test
    void aReaderThatTakesAByteNowAndThenIsServedForEver() {
        socket.room = 0;
        Multi.createFrom().items(FRAME, FRAME).subscribe().withSubscriber(writer);

        for (int i = 0; i < 20; i++) {
            socket.taken++;
            pass(WRITE_TIMEOUT_SECONDS);
        }

        assertThat(ends).isEmpty();
    }

    @Test
    void whatIsNotTakenIsNotAskedFor() {
        socket.room = 1;
        Multi.createFrom().items(FRAME, FRAME, FRAME).subscribe().withSubscriber(writer);

        assertThat(socket.written).isEqualTo(2);

        socket.room = 10;
        writer.hasRoom();
        assertThat(socket.written).isEqualTo(3);
    }

    @Test
    void aSocketThatThrowsEndsItsStreamOnceAndIsCut() {
        socket.failing = true;

        Multi.createFrom().items(FRAME).subscribe().withSubscriber(writer);
        writer.closed();

        assertThat(ends).containsExactly(EndReason.FAILURE);
        assertThat(socket.cut).isTrue();
    }

    @Test
    void framesThatFailEndTheStreamOnce() {
        Multi.createFrom()
                .<Frame>failure(new IllegalStateException("no frames"))
                .subscribe()
                .withSubscriber(writer);

        assertThat(ends).containsExactly(EndReason.FAILURE);
    }

    @Test
    void aClientThatIsGoneBeforeTheStreamBeginsEndsIt() {
        socket.gone = true;

        Multi.createFrom().items(FRAME).subscribe().withSubscriber(writer);

        assertThat(ends).containsExactly(EndReason.CLIENT_CLOSED);
        assertThat(socket.written).isZero();
    }

    @Test
    void anEndThatTheReaderDoesNotTakeIsNotWaitedForLongerThanTheWriteTimeout() {
        socket.room = 1;
        Multi.createFrom().items(FRAME).subscribe().withSubscriber(writer);
        assertThat(ends).containsExactly(EndReason.DRAIN);

        pass(WRITE_TIMEOUT_SECONDS);

        assertThat(socket.cut).isTrue();
    }

    @Test
    void whileOthersHoldTooMuchUnsentNothingThatMayBeLargeIsAskedFor() {
        Object others = new Object();
        memory.hold(others, 100_000);

        Multi.createFrom().items(FRAME).subscribe().withSubscriber(writer);
        pass(1);
        assertThat(socket.written).isZero();

        memory.release(others);
        pass(1);
        assertThat(socket.written).isOne();
    }

    @Test
    void aLargeFrameIsHeldForAsLongAsItIsPartlySent() {
        socket.room = 0;
        Multi.createFrom().items(LARGE, LARGE).subscribe().withSubscriber(writer);
        assertThat(memory.isShort()).isTrue();

        writer.closed();

        assertThat(memory.isShort()).isFalse();
    }

    // P49
    @Test
    void aLargeFrameIsNotHeldForLongWhileOthersWaitForMemory() {
        socket.room = 0;
        List<EndReason> ended = new ArrayList<>();
        Multi.createFrom().items(LARGE, LARGE).subscribe().withSubscriber(writer("stream.write-timeout=1h", ended));
        pass(19);
        assertThat(ended).isEmpty();

        pass(1);

        assertThat(ended).containsExactly(EndReason.WRITE_TIMEOUT);
        assertThat(socket.cut).isTrue();
    }

    @Test
    void aLargeFrameIsHeldForLongWhereThereIsMemoryForOthers() {
        socket.room = 0;
        List<EndReason> ended = new ArrayList<>();
        Frame less = TestFrames.of("x".repeat(99_000));
        Multi.createFrom().items(less, less).subscribe().withSubscriber(writer("stream.write-timeout=1h", ended));

        pass(60);
        assertThat(ended).isEmpty();

        memory.hold(new Object(), 100_000);
        pass(20);
        assertThat(ended).containsExactly(EndReason.WRITE_TIMEOUT);
    }

    private void pass(long seconds) {
        time.advanceTimeBy(seconds, TimeUnit.SECONDS);
        time.runScheduledPendingTasks();
    }

    private static final class Socket implements Transport {

        private int room = 10;
        private int written;
        private long taken;
        private boolean failing;
        private boolean gone;
        private boolean cut;

        @Override
        public void open(Listener listener) {
            if (gone) listener.closed();
        }

        @Override
        public void write(Chunk chunk) {
            if (failing) throw new IllegalStateException("no socket");
            written++;
        }

        @Override
        public void end(Chunk last) {
            if (failing) throw new IllegalStateException("no socket");
        }

        @Override
        public void cut() {
            cut = true;
        }

        @Override
        public boolean isFull() {
            return written > room;
        }

        @Override
        public long taken() {
            return taken;
        }
    }
}
