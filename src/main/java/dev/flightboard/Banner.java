package dev.flightboard;

import dev.flightboard.FlightboardConfig.Simulator.Mode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Logs at start what runs where, and how to use another Kafka. Called by the thread that starts the service. */
@ApplicationScoped
class Banner {

    private static final Logger LOG = Logger.getLogger(Banner.class);

    private final Config config;
    private final FlightboardConfig settings;
    private final Setup setup;

    Banner(Config config, FlightboardConfig settings, Setup setup) {
        this.config = config;
        this.settings = settings;
        this.setup = setup;
    }

    // Last of all: by then nothing can keep the service from starting.
    void show(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
        LOG.info(text());
    }

    String text() {
        String http = "http://localhost:" + config.getValue("quarkus.http.port", String.class);
        String management = "http://localhost:" + config.getValue("quarkus.management.port", String.class);
        return String.join(
                "\n  ",
                "Flightboard",
                "page       " + http + "/",
                "stream     " + http + "/events",
                "health     " + management + "/q/health",
                "Kafka      " + kafka(),
                "topic      " + settings.topic(),
                "simulator  " + simulator());
    }

    private String kafka() {
        if (!setup.embedsKafka()) return setup.kafkaServers();
        return setup.kafkaServers() + ", embedded, its records in "
                + settings.broker().directory().toAbsolutePath().normalize()
                + "; to use your own: KAFKA_BOOTSTRAP_SERVERS=host:port";
    }

    private String simulator() {
        Mode mode = setup.simulator();
        String name = mode.name().toLowerCase(Locale.ROOT);
        return mode == Mode.OFF ? name : name + "; for your own flights alone: FLIGHTBOARD_SIMULATOR_MODE=off";
    }
}
