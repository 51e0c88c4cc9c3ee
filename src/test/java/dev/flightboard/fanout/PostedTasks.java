package dev.flightboard.fanout;

import dev.flightboard.support.TestLoop;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** An event loop that any thread posts to, and whose tasks run when a test says so; for those of later the time has come. */
final class PostedTasks extends TestLoop {

    private final Deque<Runnable> tasks = new ArrayDeque<>();

    void runAll() {
        for (Runnable next = next(); next != null; next = next()) next.run();
    }

    synchronized boolean isEmpty() {
        return tasks.isEmpty();
    }

    private synchronized Runnable next() {
        return tasks.poll();
    }

    @Override
    public synchronized void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        execute(task);
        return null;
    }
}
