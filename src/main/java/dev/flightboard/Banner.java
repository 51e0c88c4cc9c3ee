package dev.flightboard;

import dev.flightboard.FlightboardConfig.Simulator.Mode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Says once, at start, what runs where and how to use a Kafka of one's own. Called by the thread that starts the service. */
@ApplicationScoped
class Banner {

    private static final Logger LOG = Logger.getLogger(Banner.class);

    private static final String SERVERS = "kafka.bootstrap.servers";

    private final Config config;
    private final FlightboardConfig settings;
    private boolean embedded;

    Banner(Config config, FlightboardConfig settings) {
        this.config = config;
        this.settings = settings;
    }

    // Before the embedded Kafka, at 1, names itself: until then, a Kafka that is named is somebody's own.
    void look(@Observes @Priority(0) StartupEvent event) {
        embedded = config.getOptionalValue(SERVERS, String.class).isEmpty();
    }

    // After all that could keep the service from starting.
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
        if (!embedded) return config.getValue(SERVERS, String.class);
        return "localhost:" + settings.broker().port() + ", embedded, its records in "
                + settings.broker().directory().toAbsolutePath().normalize()
                + "; to use your own: KAFKA_BOOTSTRAP_SERVERS=host:port";
    }

    private String simulator() {
        Mode mode = settings.simulator().mode().orElse(embedded ? Mode.DEMO : Mode.OFF);
        String name = mode.name().toLowerCase(Locale.ROOT);
        return mode == Mode.OFF ? name : name + "; for your own flights alone: FLIGHTBOARD_SIMULATOR_MODE=off";
    }
}
