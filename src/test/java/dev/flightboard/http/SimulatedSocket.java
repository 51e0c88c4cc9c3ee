package dev.flightboard.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.fanout.Chunk;
import dev.flightboard.fanout.Frame;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/** A socket that holds so many bytes, between the real writer of a stream and a browser that reads when it likes. */
public final class SimulatedSocket implements Transport {

    private static final StreamMetrics METRICS = new StreamMetrics(new SimpleMeterRegistry());

    private static final UnsentMemory MEMORY = new UnsentMemory(Long.MAX_VALUE);

    private final int size;
    private final StreamCoding coding;
    private final StreamDecoder decoder;
    private final Consumer<Frame> onFrame;
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private ScheduledExecutorService loop;
    private Frame writing;
    private Listener listener;
    private StreamWriter writer;
    private int read;
    private boolean full;
    private boolean ended;
    private boolean cut;

    /** @param onFrame is called with each frame once it was written */
    public SimulatedSocket(int size, boolean compressed, Consumer<Frame> onFrame) {
        this.size = size;
        this.coding = compressed ? new GzipCoding() : PlainCoding.INSTANCE;
        this.decoder = new StreamDecoder(compressed);
        this.onFrame = onFrame;
    }

    /** Begins the stream. To be called on its event loop. */
    public void follow(Multi<Frame> frames, ScheduledExecutorService eventLoop, FlightboardConfig.Stream settings) {
        loop = eventLoop;
        sent.writeBytes(coding.begin("retry: 2000\n\n".getBytes(UTF_8)).bytes());
        writer = new StreamWriter(this, coding, eventLoop, settings, MEMORY, METRICS, (reason, bytes) -> {
            if (reason == EndReason.FAILURE) throw new AssertionError("a stream failed");
        });
        frames.subscribe().withSubscriber(new Observed(writer));
    }

    /** The browser goes away without a word. To be called on the stream's event loop. */
    public void leave() {
        if (listener != null) listener.closed();
    }

    public int sent() {
        return sent.size();
    }

    public int read() {
        return read;
    }

    public boolean hasEnded() {
        return ended;
    }

    /** Takes the next bytes, up to so many, and returns the text that they complete. */
    public byte[] read(int most) {
        int count = Math.min(most, sent.size() - read);
        byte[] bytes = Arrays.copyOfRange(sent.toByteArray(), read, read + count);
        read += count;
        if (full && !isFull()) {
            full = false;
            loop.execute(listener::hasRoom);
        }
        byte[] text = decoder.decode(bytes);
        if (ended && !cut && read == sent.size()) decoder.checkEnd();
        return text;
    }

    /** Lets go of what is outside the heap. */
    public void close() {
        decoder.close();
    }

    @Override
    public void open(Listener newListener) {
        listener = newListener;
    }

    @Override
    public void write(Chunk chunk) {
        if (ended) throw new AssertionError("a frame follows the end");
        if (full) throw new AssertionError("a frame is written to a full socket");
        sent.writeBytes(chunk.bytes());
        full = isFull();
        onFrame.accept(writing);
    }

    @Override
    public void end(Chunk last) {
        if (last != null) sent.writeBytes(last.bytes());
        ended = true;
    }

    @Override
    public void cut() {
        cut = true;
        ended = true;
    }

    @Override
    public boolean isFull() {
        return sent.size() - read >= size;
    }

    @Override
    public long taken() {
        return Math.min(sent.size(), (long) read + size);
    }

    /** Passes everything on to the writer, and remembers what it is about to write. */
    private final class Observed implements MultiSubscriber<Frame> {

        private final StreamWriter writer;

        private Observed(StreamWriter writer) {
            this.writer = writer;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            writer.onSubscribe(subscription);
        }

        @Override
        public void onItem(Frame frame) {
            writing = frame;
            writer.onItem(frame);
        }

        @Override
        public void onFailure(Throwable failure) {
            writer.onFailure(failure);
        }

        @Override
        public void onCompletion() {
            writer.onCompletion();
        }
    }
}
