package dev.flightboard.feed;

import io.quarkus.vertx.http.ManagementInterface;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** {@code GET /rejected} on the management port: the last rejected records, for whoever mends their producer. */
@ApplicationScoped
class RejectedRoute {

    void add(@Observes ManagementInterface management, LastRejected rejected) {
        management
                .router()
                .get("/rejected")
                .handler(asked -> asked.response()
                        .putHeader("Content-Type", "application/json")
                        .putHeader("Cache-Control", "no-store")
                        // What strangers wrote is not to be taken for a page.
                        .putHeader("X-Content-Type-Options", "nosniff")
                        .end(rejected.json()));
    }
}
