package dev.flightboard.broker;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.Setup;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;

/**
 * Runs the embedded Kafka for as long as the service runs, where no other Kafka is named. Called by the threads that start and stop the service.
 */
@ApplicationScoped
class EmbeddedBroker {

    private final Setup setup;
    private final FlightboardConfig.Broker settings;
    private EmbeddedKafka kafka;

    EmbeddedBroker(Setup setup, FlightboardConfig settings) {
        this.setup = setup;
        this.settings = settings.broker();
    }

    // Before everything that connects to Kafka: the lowest number is called first.
    void start(@Observes @Priority(1) StartupEvent event) {
        if (!setup.embedsKafka()) return;
        if (!isOnClassPath()) {
            throw new ConfigurationException(
                    "No Kafka is named, and this build has none of its own: set KAFKA_BOOTSTRAP_SERVERS=host:port");
        }
        try {
            kafka = EmbeddedKafka.start(settings.port(), settings.directory());
        } catch (BrokerCannotStart e) {
            // Of this exception Quarkus prints only the message, and exits with 1; a stack trace would hide it.
            throw new ConfigurationException(e.getMessage());
        }
    }

    // Earlier than ShutdownEvent, after which the broker would wait for clients that are already gone. Where a wrong
    // setting ended the start, there is no broker to stop.
    void stop(@Observes(notifyObserver = Reception.IF_EXISTS) @BeforeDestroyed(ApplicationScoped.class) Object event) {
        if (kafka == null) return;
        kafka.close();
    }

    // The production image leaves Kafka's server out.
    private static boolean isOnClassPath() {
        try {
            Class.forName("kafka.server.KafkaRaftServer", false, EmbeddedBroker.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
