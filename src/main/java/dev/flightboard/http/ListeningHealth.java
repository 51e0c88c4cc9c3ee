package dev.flightboard.http;

import io.quarkus.runtime.Application;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Started, and ready, when every public port listens. The management port can answer before them, and a load balancer that
 * believed it would send browsers to a port that is closed.
 */
@Startup
@Readiness
@Singleton
class ListeningHealth implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("listening")
                .status(Application.currentApplication().isStarted())
                .build();
    }
}
