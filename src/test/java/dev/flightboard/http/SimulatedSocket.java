package dev.flightboard.http;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.fanout.Frame;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBufUtil;
import io.smallrye.mutiny.Multi;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/** A socket that holds so many bytes, between the real writer of a stream and a browser that reads when it likes. */
public final class SimulatedSocket implements Transport {

    private static final StreamMetrics METRICS = new StreamMetrics(new SimpleMeterRegistry());

    private static final UnsentMemory MEMORY = new UnsentMemory(Long.MAX_VALUE);

    private final int size;
    private final Consumer<Frame> onFrame;
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private ScheduledExecutorService loop;
    private Listener listener;
    private StreamWriter writer;
    private int read;
    private boolean full;
    private boolean ended;

    /** @param onFrame is called with each frame once it was written */
    public SimulatedSocket(int size, Consumer<Frame> onFrame) {
        this.size = size;
        this.onFrame = onFrame;
    }

    /** Begins the stream. To be called on its event loop. */
    public void follow(Multi<Frame> frames, ScheduledExecutorService eventLoop, FlightboardConfig.Stream settings) {
        loop = eventLoop;
        writer = new StreamWriter(this, eventLoop, settings, MEMORY, METRICS, (reason, bytes) -> {
            if (reason == EndReason.FAILURE) throw new AssertionError("a stream failed");
        });
        frames.subscribe().withSubscriber(writer);
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

    public String text() {
        return sent.toString(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Takes the next bytes, up to so many. */
    public byte[] read(int most) {
        int count = Math.min(most, sent.size() - read);
        byte[] bytes = new byte[count];
        System.arraycopy(sent.toByteArray(), read, bytes, 0, count);
        read += count;
        if (full && !isFull()) {
            full = false;
            loop.execute(listener::drained);
        }
        return bytes;
    }

    @Override
    public void open(Listener newListener) {
        listener = newListener;
    }

    @Override
    public void write(Frame frame) {
        if (ended) throw new AssertionError("a frame follows the end");
        if (full) throw new AssertionError("a frame is written to a full socket");
        sent.writeBytes(ByteBufUtil.getBytes(frame.payload()));
        full = isFull();
        onFrame.accept(frame);
    }

    @Override
    public void end() {
        ended = true;
    }

    @Override
    public void cut() {
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
}
