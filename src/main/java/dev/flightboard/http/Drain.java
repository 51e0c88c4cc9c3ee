package dev.flightboard.http;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.fanout.Hub;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Ends the streams before the service stops. Called by the thread that stops it. */
@ApplicationScoped
class Drain {

    private final Hub hub;
    private final Admission admission;
    private final long drainMillis;

    Drain(Hub hub, Admission admission, FlightboardConfig config) {
        this.hub = hub;
        this.admission = admission;
        this.drainMillis = config.stream().drain().toMillis();
    }

    /** Quarkus calls this first of all at SIGTERM, and then goes on serving until the drain is over. */
    void onDrain(@Observes ShutdownDelayInitiatedEvent stopping) {
        admission.close();
        // The last tenth is left for the last browsers to read what was written to them.
        hub.drain(drainMillis * 9 / 10);
    }
}
