package dev.flightboard;

import dev.flightboard.FlightboardConfig.Simulator.Mode;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** What follows from settings that are absent: whose Kafka is used, and what is simulated. Decided here and nowhere else. */
@Singleton
public class Setup {

    private final String servers;
    private final boolean embedded;
    private final Mode simulator;

    public Setup(Config config, FlightboardConfig settings) {
        // One that is set to nothing is not set: deployments pass on variables that they do not have.
        String named = config.getOptionalValue("kafka.bootstrap.servers", String.class)
                .orElse("")
                .strip();
        this.embedded = named.isEmpty();
        this.servers = embedded ? "localhost:" + settings.broker().port() : named;
        this.simulator = settings.simulator().mode().orElse(embedded ? Mode.DEMO : Mode.OFF);
    }

    /** Whether the service runs a Kafka of its own, for want of another. */
    public boolean embedsKafka() {
        return embedded;
    }

    /** Of whichever Kafka, as clients name them. */
    public String kafkaServers() {
        return servers;
    }

    public Mode simulator() {
        return simulator;
    }
}
