package dev.flightboard.http;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Leaves, of a request for {@code /events}, only those headers by which Quarkus is to choose between events and states. It
 * takes an empty {@code Accept} for malformed, where RFC 9110 has it for none, and fails at a {@code Content-Type} that is
 * none, though nothing here reads a body.
 */
@ApplicationScoped
class Negotiation {

    void prepare(@Observes Router router) {
        // Before the resources, and before what OtherOrigins puts there.
        router.route("/events").order(-3).handler(Negotiation::prepare);
    }

    private static void prepare(RoutingContext asked) {
        MultiMap headers = asked.request().headers();
        headers.remove("Content-Type");
        String accept = headers.get("Accept");
        if (accept != null && accept.isBlank()) headers.remove("Accept");
        asked.next();
    }
}
