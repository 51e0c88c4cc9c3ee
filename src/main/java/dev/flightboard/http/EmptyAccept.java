package dev.flightboard.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Takes an empty {@code Accept} for none, as RFC 9110 has it: Quarkus, which chooses by it, takes it for malformed. */
@ApplicationScoped
class EmptyAccept {

    void forget(@Observes Router router) {
        // Before the resources, and before what OtherOrigins puts there.
        router.route("/events").order(-3).handler(EmptyAccept::forget);
    }

    private static void forget(RoutingContext asked) {
        String accept = asked.request().getHeader("Accept");
        if (accept != null && accept.isBlank()) asked.request().headers().remove("Accept");
        asked.next();
    }
}
