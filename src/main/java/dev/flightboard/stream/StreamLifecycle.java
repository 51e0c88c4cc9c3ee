package dev.flightboard.stream;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Starts and stops the hub with the service. */
@ApplicationScoped
class StreamLifecycle {

    private final Hub hub;

    StreamLifecycle(Hub hub) {
        this.hub = hub;
    }

    void onStart(@Observes StartupEvent started) {
        hub.start();
    }

    void onStop(@Observes ShutdownEvent stopping) throws InterruptedException {
        hub.stop();
    }
}
