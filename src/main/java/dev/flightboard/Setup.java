package dev.flightboard;

import dev.flightboard.FlightboardConfig.Simulator.Mode;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Decides, where settings are absent, which Kafka is used and what is simulated. It is decided nowhere else. Immutable. */
@Singleton
public class Setup {

    private final String servers;
    private final boolean embedded;
    private final Mode simulator;

    public Setup(Config config, FlightboardConfig settings) {
        // An empty value counts as none: deployments pass on variables that are not set.
        String named = config.getOptionalValue("kafka.bootstrap.servers", String.class)
                .orElse("")
                .strip();
        this.embedded = named.isEmpty();
        this.servers = embedded ? "localhost:" + settings.broker().port() : named;
        this.simulator = settings.simulator().mode().orElse(embedded ? Mode.DEMO : Mode.OFF);
    }

    /** Whether the service runs a Kafka of its own, because no other is named. */
    public boolean embedsKafka() {
        return embedded;
    }

    /** The bootstrap servers of the Kafka that is used. */
    public String kafkaServers() {
        return servers;
    }

    public Mode simulator() {
        return simulator;
    }
}
