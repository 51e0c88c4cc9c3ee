package dev.flightboard.fanout;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The subscribers of one event loop, by view. Owned by that event loop's thread; the hub hands over once a window. */
final class LoopSubscribers {

    private final EventLoop loop;
    private final Map<View, List<Subscriber>> subscribers = new HashMap<>();
    private final Set<Subscriber> waiting = new LinkedHashSet<>();

    /** Whether somebody waits for the board to move; read by the hub's thread. */
    private volatile boolean awaited;

    LoopSubscribers(EventLoop loop) {
        this.loop = loop;
    }

    EventLoop loop() {
        return loop;
    }

    void add(Subscriber subscriber) {
        List<Subscriber> all = subscribers.computeIfAbsent(subscriber.view(), any -> new ArrayList<>());
        subscriber.index = all.size();
        all.add(subscriber);
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
    }

    void addWaiting(Subscriber subscriber) {
        waiting.add(subscriber);
        awaited = true;
    }

    /**
     * Called by the hub's thread.
     *
     * @param delivered is run once each subscriber here has had its turn
     */
    void post(List<Frame> frames, Runnable delivered) {
        if (!awaited && frames.isEmpty()) {
            delivered.run();
            return;
        }
        loop.execute(() -> {
            deliver(frames);
            delivered.run();
        });
    }

    /** Ends every stream, each at a moment of its own within the window. Called by the hub's thread. */
    void drain(long windowMillis) {
        loop.execute(() -> {
            for (List<Subscriber> all : subscribers.values()) {
                for (Subscriber each : all) {
                    long when = ThreadLocalRandom.current().nextLong(windowMillis + 1);
                    loop.schedule(each::complete, when, TimeUnit.MILLISECONDS);
                }
            }
        });
    }

    private void deliver(List<Frame> frames) {
        for (Frame frame : frames) {
            List<Subscriber> all = subscribers.get(frame.view());
            if (all == null) continue;
            // Backwards: one that ends meanwhile is replaced by the last, which has had its turn.
            for (int i = all.size() - 1; i >= 0; i--) all.get(i).offer(frame);
        }
        if (waiting.isEmpty()) return;
        List<Subscriber> again = new ArrayList<>(waiting);
        waiting.clear();
        awaited = false;
        again.forEach(Subscriber::pull);
    }
}
