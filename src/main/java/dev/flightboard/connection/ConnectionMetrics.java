package dev.flightboard.connection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** What the connections count; every meter of it is described here, and nowhere else. Any thread. */
@Singleton
class ConnectionMetrics {

    /** Why the service ended a connection. */
    enum Reason {
        /** There was no room, and no idle connection that could be closed for it. */
        FULL,
        /** It was idle, and another connection needed the room. */
        MADE_ROOM,
        /** It sent no request, or only a part of one, in the time it had. */
        LATE,
        /** It took nothing of its answer for the write timeout. */
        STUCK,
        /** It sent something that is no well-formed request. */
        MALFORMED
    }

    private final MeterRegistry meters;
    private final Map<Reason, Counter> ended = new EnumMap<>(Reason.class);

    ConnectionMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (Reason reason : Reason.values()) {
            ended.put(
                    reason,
                    Counter.builder("flightboard.connections.ended")
                            .description("Connections that the service ended, by reason")
                            .tag(
                                    "reason",
                                    reason.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .register(meters));
        }
    }

    void open(Supplier<Number> count) {
        Gauge.builder("flightboard.connections.open", count)
                .description("Connections that are open, streams among them")
                .register(meters);
    }

    void ended(Reason reason) {
        ended.get(reason).increment();
    }
}
