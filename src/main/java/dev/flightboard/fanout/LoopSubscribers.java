package dev.flightboard.fanout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** The subscribers of one event loop, by view. Owned by that event loop; the hub's thread posts frames to it once a window. */
final class LoopSubscribers {

    private static final Logger LOG = Logger.getLogger(LoopSubscribers.class);

    private final ScheduledExecutorService loop;
    private final Hub hub;
    private final Map<View, List<Subscriber>> subscribers = new HashMap<>();
    private final Set<Subscriber> waiting = new LinkedHashSet<>();

    /** Whether a subscriber waits for the board to change; read by the hub's thread. */
    private volatile boolean awaited;

    LoopSubscribers(ScheduledExecutorService loop, Hub hub) {
        this.loop = loop;
        this.hub = hub;
    }

    /** The frames that bring a subscriber up to date now. */
    CatchUps catchUps() {
        return hub.catchUps();
    }

    void add(Subscriber subscriber) {
        List<Subscriber> all = subscribers.computeIfAbsent(subscriber.view(), any -> new ArrayList<>());
        subscriber.index = all.size();
        all.add(subscriber);
        hub.joined(subscriber);
        // One that joins during a drain is ended with the others.
        hub.drainMillisLeft().ifPresent(left -> endAfter(left, subscriber));
    }

    void remove(Subscriber subscriber) {
        List<Subscriber> all = subscribers.get(subscriber.view());
        Subscriber last = all.remove(all.size() - 1);
        if (last != subscriber) {
            all.set(subscriber.index, last);
            last.index = subscriber.index;
        }
        if (all.isEmpty()) subscribers.remove(subscriber.view());
        waiting.remove(subscriber);
        hub.left(subscriber);
    }

    void addWaiting(Subscriber subscriber) {
        waiting.add(subscriber);
        awaited = true;
    }

    /** Runs it when a subscriber whose cursor is ahead of this replica has waited long enough. */
    void afterAheadWait(Runnable stopWaiting) {
        loop.schedule(stopWaiting, hub.aheadWaitMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Called by the hub's thread.
     *
     * @param delivered is run when each subscriber here has been offered its frames
     */
    void post(Frames frames, Runnable delivered) {
        if (!awaited && frames.isEmpty()) {
            delivered.run();
            return;
        }
        loop.execute(() -> {
            try {
                deliver(frames);
            } catch (RuntimeException | Error failed) {
                LOG.error("Frames could not be delivered: every subscriber asks the board for itself", failed);
                missed();
            } finally {
                delivered.run();
            }
        });
    }

    /** Makes every subscriber ask the board for itself, because frames were lost. Called by the hub's thread. */
    void resync() {
        loop.execute(this::missed);
    }

    /** Ends every stream, one after the other within the window. Called by the thread that stops the service. */
    void drain(long windowMillis) {
        loop.execute(() -> {
            List<Subscriber> all =
                    subscribers.values().stream().flatMap(List::stream).toList();
            for (int i = 0; i < all.size(); i++) endAfter(windowMillis * (i + 1) / all.size(), all.get(i));
        });
    }

    private void endAfter(long millis, Subscriber subscriber) {
        loop.schedule(subscriber::complete, millis, TimeUnit.MILLISECONDS);
    }

    private void deliver(Frames frames) {
        frames.unencoded().forEach(this::missed);
        for (Frame frame : frames.encoded()) each(frame.view(), subscriber -> subscriber.offer(frame));
        if (waiting.isEmpty()) return;
        List<Subscriber> waited = new ArrayList<>(waiting);
        waiting.clear();
        awaited = false;
        waited.forEach(Subscriber::pull);
    }

    private void missed() {
        List.copyOf(subscribers.keySet()).forEach(this::missed);
    }

    private void missed(View view) {
        each(view, Subscriber::missed);
    }

    /**
     * Backwards: one that ends meanwhile is replaced by the last one, whose turn is over. Several may end at once, as all
     * streams of a connection that turns out to be dead; then those that are left stand further to the front.
     */
    private void each(View view, Consumer<Subscriber> turn) {
        List<Subscriber> all = subscribers.getOrDefault(view, List.of());
        for (int i = all.size() - 1; i >= 0; i = Math.min(i, all.size()) - 1) turn.accept(all.get(i));
    }
}
