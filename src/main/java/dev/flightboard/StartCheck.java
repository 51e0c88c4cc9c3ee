package dev.flightboard;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Stops a start that must fail, with one line of log, before any part of the service is started. */
@ApplicationScoped
class StartCheck {

    private static final Logger LOG = Logger.getLogger(StartCheck.class);

    void check(@Observes @Priority(0) StartupEvent event, Config config, KafkaSettings kafka) {
        // In dev mode and in tests the server outlives the service, and has other ports.
        if (LaunchMode.current() == LaunchMode.NORMAL) new Ports(config).check();
        kafka.check();
        if (!kafka.unused().isEmpty()) {
            LOG.infof("Not used, for the service decides these itself: %s", String.join(", ", kafka.unused()));
        }
    }
}
