package dev.flightboard.simulation;

import dev.flightboard.support.TestLoop;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** An event loop whose tasks run when the simulation says so: in order, or once their time has come. */
final class VirtualLoop extends TestLoop {

    private final VirtualTime time;
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final PriorityQueue<Timed> timed = new PriorityQueue<>();
    private long sequence;

    VirtualLoop(VirtualTime time) {
        this.time = time;
    }

    /** Runs the next task, if one is due. */
    boolean step() {
        while (!timed.isEmpty() && timed.peek().at <= time.nanos()) {
            Timed next = timed.poll();
            if (!next.isCancelled()) tasks.add(next);
        }
        Runnable task = tasks.poll();
        if (task == null) return false;
        task.run();
        return true;
    }

    void runAll() {
        while (step()) {}
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        Timed scheduled = new Timed(task, time.nanos() + unit.toNanos(delay), sequence++);
        timed.add(scheduled);
        return scheduled;
    }

    private final class Timed extends FutureTask<Void> implements ScheduledFuture<Void> {

        private final long at;
        private final long sequence;

        private Timed(Runnable task, long at, long sequence) {
            super(task, null);
            this.at = at;
            this.sequence = sequence;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - time.nanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            Timed that = (Timed) other;
            return at != that.at ? Long.compare(at, that.at) : Long.compare(sequence, that.sequence);
        }
    }
}
