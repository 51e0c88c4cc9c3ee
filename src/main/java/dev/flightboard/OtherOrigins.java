package dev.flightboard;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Set;

/**
 * Lets the pages of other origins read the board, where some are named. The page itself is left out: behind a proxy, the
 * service need not know under which origin it was opened.
 */
@ApplicationScoped
class OtherOrigins {

    private static final List<String> PATHS = List.of("/events", "/flights", "/flights/*");

    // Browsers keep a permission no longer.
    private static final int DAY_SECONDS = 86_400;

    void allow(@Observes Router router, FlightboardConfig config) {
        config.origins().ifPresent(named -> {
            CorsHandler cors = CorsHandler.create()
                    .addOrigins(List.copyOf(named))
                    .allowedMethods(Set.of(HttpMethod.GET, HttpMethod.HEAD))
                    .allowedHeaders(Set.of("Last-Event-ID", "If-None-Match", "Cache-Control"))
                    .exposedHeaders(Set.of("Last-Event-ID", "ETag"))
                    .maxAgeSeconds(DAY_SECONDS);
            // Before the resources.
            for (String path : PATHS) router.route(path).order(-1).handler(cors).failureHandler(OtherOrigins::refuse);
        });
    }

    /** Without a line in the log, which strangers could fill. */
    private static void refuse(RoutingContext failed) {
        if (failed.statusCode() == HttpURLConnection.HTTP_FORBIDDEN) {
            failed.response().setStatusCode(failed.statusCode()).end();
        } else {
            failed.next();
        }
    }
}
