package dev.flightboard.fanout;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.Time;
import dev.flightboard.board.Board;
import dev.flightboard.board.Board.Applied;
import dev.flightboard.board.Cursor;
import dev.flightboard.board.Freshness;
import dev.flightboard.board.Head;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Fans the board's changes out: at each flush it takes what the feed has published, has it encoded once for each view, and
 * hands it to each event loop once. It never waits for a subscriber. The hub's thread flushes it; event loops subscribe. Time
 * and threads are given to it, so that the simulation can run it in one thread.
 */
@Singleton
public final class Hub {

    private final ChangeBuffer changes;
    private final Freshness freshness;
    private final FlightboardConfig.Stream settings;
    private final FanoutMetrics metrics;
    private final Time time;
    private final Encoder encoder;
    private final Snapshots snapshots;
    private final Audiences audiences;
    private final Map<ScheduledExecutorService, LoopSubscribers> loops = new ConcurrentHashMap<>();
    private volatile CatchUps catchUps;

    /** When the last stream must have ended, on a clock that only goes forward; null while there is no drain. */
    private volatile Long drainedAt;

    Hub(FlightboardConfig config, Board board, Freshness freshness, FanoutMetrics metrics, Time time) {
        this.freshness = freshness;
        this.settings = config.stream();
        this.metrics = metrics;
        this.time = time;
        this.encoder = new Encoder(config.timeZone().getId());
        this.snapshots = new Snapshots(encoder, metrics);
        this.audiences = new Audiences(encoder, metrics, settings.heartbeat().toNanos(), time);
        this.changes = new ChangeBuffer(board.head());
        this.catchUps = catchUps(Moment.of(board.head(), freshness));
        board.watch(watcher());
    }

    private Board.Watcher watcher() {
        return new Board.Watcher() {
            @Override
            public void published(Head head, List<Applied> batch) {
                changes.published(head, batch);
            }

            @Override
            public void awaitAudience(long nanos) throws InterruptedException {
                audiences.awaitAny(nanos);
            }
        };
    }

    /**
     * The frames of a view from a cursor on; from the whole board on where the cursor is null. To be subscribed to on that
     * event loop.
     *
     * @param compressed whether their compressed forms will be written
     */
    public Multi<Frame> frames(ScheduledExecutorService eventLoop, View view, Cursor cursor, boolean compressed) {
        return new AbstractMulti<>() {
            @Override
            public void subscribe(MultiSubscriber<? super Frame> downstream) {
                LoopSubscribers loop = loops.computeIfAbsent(eventLoop, key -> new LoopSubscribers(key, Hub.this));
                Subscriber subscriber = new Subscriber(loop, view, cursor, compressed, downstream);
                loop.add(subscriber);
                downstream.onSubscribe(subscriber);
            }
        };
    }

    /** The head up to which frames were handed out. */
    public Head head() {
        return catchUps.moment().head();
    }

    CatchUps catchUps() {
        return catchUps;
    }

    private CatchUps catchUps(Moment moment) {
        return new CatchUps(moment, encoder, snapshots, time.clock(), metrics);
    }

    ChangeBuffer changes() {
        return changes;
    }

    void joined(Subscriber subscriber) {
        audiences.join(subscriber.view(), subscriber.isCompressed());
    }

    void left(Subscriber subscriber) {
        audiences.leave(subscriber.view(), subscriber.isCompressed());
    }

    long aheadWaitMillis() {
        return settings.aheadWait().toMillis();
    }

    /** How long the next flush may wait if nothing is published: until a heartbeat or the word {@code stale} may be due. */
    long idleMillis() {
        // So often that a heartbeat is late by a quarter at most.
        long idle = settings.heartbeat().toMillis() / 4;
        Moment now = catchUps.moment();
        if (now.isStale()) return idle;
        // Rounded up: a moment too early, the board would still be live.
        long live = freshness.left(now.head()).toMillis() + 1;
        return Math.max(1, Math.min(idle, live));
    }

    /**
     * Hands out what was published since the last time.
     *
     * @return reaches zero when every event loop has delivered it
     */
    CountDownLatch flush() {
        ChangeBuffer.Taken taken = changes.take();
        try {
            return flush(taken);
        } catch (Throwable failure) {
            // What was taken out of the buffer is lost; the board still has it.
            loops.values().forEach(LoopSubscribers::resync);
            throw failure;
        }
    }

    private CountDownLatch flush(ChangeBuffer.Taken taken) {
        Moment from = catchUps.moment();
        // While a topic is read anew, browsers keep the board that they have; then they get the new one in one frame.
        Head head = taken.head().complete() ? taken.head() : from.head();
        Moment to = Moment.of(head, freshness);
        // Set before the audiences are looked through: a subscriber that joins later begins here, and misses nothing.
        if (!to.equals(from)) catchUps = catchUps(to);
        Frames frames = audiences.frames(from, to, taken);
        // A copy: an event loop may be added meanwhile, and the latch must count those that are posted to.
        List<LoopSubscribers> all = List.copyOf(loops.values());
        CountDownLatch delivered = new CountDownLatch(all.size());
        for (LoopSubscribers loop : all) loop.post(frames, delivered::countDown);
        if (!audiences.isEmpty()) measure(taken.changes());
        return delivered;
    }

    private void measure(List<Applied> handedOver) {
        long now = time.clock().millis();
        for (Applied each : handedOver) metrics.handedOver(now - each.change().timestamp());
    }

    /** Ends every stream within the window, spread evenly, and those too that begin meanwhile. */
    public void drain(long windowMillis) {
        drainedAt = time.nanos() + windowMillis * 1_000_000;
        for (LoopSubscribers loop : loops.values()) loop.drain(windowMillis);
    }

    /** How much of the drain is left; empty while there is none. */
    OptionalLong drainMillisLeft() {
        Long end = drainedAt;
        return end == null ? OptionalLong.empty() : OptionalLong.of(Math.max(0, (end - time.nanos()) / 1_000_000));
    }
}
