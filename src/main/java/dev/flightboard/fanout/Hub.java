package dev.flightboard.fanout;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.board.Board;
import dev.flightboard.board.Board.Applied;
import dev.flightboard.board.Cursor;
import dev.flightboard.board.Freshness;
import dev.flightboard.board.Head;
import io.netty.channel.EventLoop;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Fans the board's changes out. Its one thread gathers what the feed has published, for a window, has it encoded once a
 * view, and hands it to each event loop once. It never waits for a subscriber.
 */
@ApplicationScoped
public class Hub {

    // While event loops still write the last window's frames, more would only queue there: changes go on gathering. But
    // one that is busier than this is late for its own subscribers alone.
    private static final long MAX_WINDOW_MILLIS = 250;

    private final Board board;
    private final Freshness freshness;
    private final Encoder encoder;
    private final FanoutMetrics metrics;
    private final long windowMillis;
    private final long heartbeatMillis;
    private final long aheadWaitMillis;
    private final Audiences audiences;
    private final Map<EventLoop, LoopSubscribers> lanes = new ConcurrentHashMap<>();
    private final ChangeBuffer pending;
    private final Thread thread = new Thread(this::run, "hub");
    private final Object snapshotLock = new Object();
    private Frame snapshot;
    private volatile CatchUpCache answers;

    Hub(FlightboardConfig config, Board board, Freshness freshness, FanoutMetrics metrics) {
        this.board = board;
        this.freshness = freshness;
        this.metrics = metrics;
        this.encoder = new Encoder(config.timeZone().getId());
        this.windowMillis = config.stream().window().toMillis();
        this.heartbeatMillis = config.stream().heartbeat().toMillis();
        this.aheadWaitMillis = config.stream().aheadWait().toMillis();
        this.audiences = new Audiences(board, encoder, heartbeatMillis * 1_000_000);
        this.answers = new CatchUpCache(told(board.head()), encoder);
        this.pending = new ChangeBuffer(flushed());
    }

    public void start() {
        board.watch(pending);
        thread.start();
    }

    public void stop() throws InterruptedException {
        pending.close();
        thread.join();
    }

    public boolean isRunning() {
        return thread.isAlive();
    }

    /** The frames of a view from a cursor on, or from nothing where it is null. To be subscribed to on an event loop. */
    public Multi<Frame> frames(EventLoop loop, View view, Cursor cursor) {
        return new AbstractMulti<>() {
            @Override
            public void subscribe(MultiSubscriber<? super Frame> downstream) {
                LoopSubscribers lane = lanes.computeIfAbsent(loop, LoopSubscribers::new);
                audiences.join(view);
                Subscriber subscriber = new Subscriber(Hub.this, lane, view, cursor, downstream);
                lane.add(subscriber);
                downstream.onSubscribe(subscriber);
            }
        };
    }

    void leave(View view) {
        audiences.leave(view);
    }

    /** Ends every stream within the window, spread evenly, each with its cursor. */
    public void drain(long windowMillis) {
        for (LoopSubscribers lane : lanes.values()) lane.drain(windowMillis);
    }

    Board board() {
        return board;
    }

    FanoutMetrics metrics() {
        return metrics;
    }

    Encoder encoder() {
        return encoder;
    }

    long aheadWaitMillis() {
        return aheadWaitMillis;
    }

    /** The head up to which frames were handed out. */
    public Head flushed() {
        return answers.head();
    }

    /** What leads to that head. */
    CatchUpCache answers() {
        return answers;
    }

    /** The whole board through a view. A recent one of the unfiltered board is shared: who gets it is a little behind. */
    Frame snapshot(View view) {
        Head head = flushed();
        if (!view.isWholeBoard()) return encoder.snapshot(view, Board.all(head));
        // Up to here, telling the changes since costs less than encoding the board again.
        long tolerated = 64 + head.flights() / 8;
        synchronized (snapshotLock) {
            if (snapshot == null || snapshot.to() < Math.max(head.floor(), head.revision() - tolerated)) {
                snapshot = encoder.snapshot(view, Board.all(head));
                metrics.snapshotEncoded();
            }
            return snapshot;
        }
    }

    private void run() {
        try {
            while (pending.await(longestWaitMillis())) {
                CountDownLatch delivered = flush(pending.take());
                // The first change after a quiet spell has just left at once; the next wait for company.
                Thread.sleep(windowMillis);
                delivered.await(MAX_WINDOW_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until a heartbeat may be due, which is late by a quarter at most, or the board becomes stale. */
    private long longestWaitMillis() {
        long left = freshness.left(flushed()).toMillis();
        return left == 0 || left >= heartbeatMillis / 4 ? heartbeatMillis / 4 : left + 1;
    }

    private Head told(Head head) {
        return head.told(freshness.staleSince(head).orElse(null));
    }

    private CountDownLatch flush(ChangeBuffer.Taken taken) {
        Head from = flushed();
        // While a topic is read anew, browsers keep what they have; then they get the new board in one go.
        Head newest = taken.head().complete() ? taken.head() : from;
        Head to = told(newest);
        // Before the audiences are looked through: one that comes later begins here, and misses nothing.
        if (to != from) answers = new CatchUpCache(to, encoder);
        List<Frame> frames = audiences.frames(from, to, taken);
        // Counted once: a lane may be added meanwhile.
        Collection<LoopSubscribers> all = List.copyOf(lanes.values());
        CountDownLatch delivered = new CountDownLatch(all.size());
        for (LoopSubscribers lane : all) lane.post(frames, delivered::countDown);
        long now = System.currentTimeMillis();
        for (Applied each : taken.changes())
            metrics.handedOver(now - each.change().timestamp());
        return delivered;
    }
}
