package dev.flightboard.fanout;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.SupervisedThread;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Liveness;

/**
 * Owns the hub's thread, which flushes the hub: at once after a quiet spell, then once a window, and later where the event
 * loops are behind.
 */
@Singleton
class HubThread {

    // While event loops still write the frames of the last window, further frames would only queue there, so the hub
    // waits for them. But an event loop that is busy for longer than this makes only its own subscribers wait.
    private static final long MAX_WINDOW_MILLIS = 250;

    private final Hub hub;
    private final long windowMillis;
    private final SupervisedThread thread = new SupervisedThread("hub", this::run);

    HubThread(Hub hub, FlightboardConfig config) {
        this.hub = hub;
        this.windowMillis = config.stream().window().toMillis();
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        thread.stop(hub.changes()::close);
    }

    @Produces
    @Liveness
    HealthCheck health() {
        return thread::health;
    }

    private void run() throws InterruptedException {
        while (hub.changes().await(hub.idleMillis())) {
            CountDownLatch delivered = hub.flush();
            // The first change after a quiet spell has just been sent at once; the next ones are gathered for a window.
            Thread.sleep(windowMillis);
            delivered.await(MAX_WINDOW_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
