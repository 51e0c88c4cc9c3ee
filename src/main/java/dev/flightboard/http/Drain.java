package dev.flightboard.http;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.fanout.Hub;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Ends the streams before the service stops. */
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

    /** Comes first, while the service goes on serving for as long as the drain lasts. */
    void onDrain(@Observes ShutdownDelayInitiatedEvent stopping) {
        admission.close();
        // The last tenth is for the last browsers to take what was written.
        hub.drain(drainMillis * 9 / 10);
    }
}
