package dev.flightboard.http;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.fanout.Hub;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Starts and stops the hub with the service. */
@ApplicationScoped
class StreamLifecycle {

    private final Hub hub;
    private final Admission admission;
    private final long drainMillis;

    StreamLifecycle(Hub hub, Admission admission, FlightboardConfig config) {
        this.hub = hub;
        this.admission = admission;
        this.drainMillis = config.stream().drain().toMillis();
    }

    void onStart(@Observes StartupEvent started) {
        hub.start();
    }

    /** Comes first, while the service goes on serving for as long as the drain lasts. */
    void onDrain(@Observes ShutdownDelayInitiatedEvent stopping) {
        admission.close();
        // The last tenth is for the last browsers to take what was written.
        hub.drain(drainMillis * 9 / 10);
    }

    void onStop(@Observes ShutdownEvent stopping) throws InterruptedException {
        hub.stop();
    }
}
