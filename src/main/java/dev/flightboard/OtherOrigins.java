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
import java.util.TreeSet;

/**
 * Lets the pages of other origins read the board, where some are named. The page itself is left out: behind a proxy, the
 * service need not know under which origin it was opened.
 */
@ApplicationScoped
class OtherOrigins {

    private static final List<String> PATHS = List.of("/events", "/flights", "/flights/*");

    private static final Set<String> OWN_HEADERS = Set.of("Last-Event-ID", "If-None-Match", "Cache-Control");

    // Browsers keep a permission no longer.
    private static final int DAY_SECONDS = 86_400;

    void allow(@Observes Router router, FlightboardConfig config) {
        config.origins().ifPresent(named -> {
            CorsHandler cors = CorsHandler.create()
                    .addOrigins(List.copyOf(named))
                    .allowedMethods(Set.of(HttpMethod.GET, HttpMethod.HEAD))
                    .allowedHeaders(headers(config))
                    .exposedHeaders(Set.of("Last-Event-ID", "ETag"))
                    .maxAgeSeconds(DAY_SECONDS);
            // Before the resources.
            for (String path : PATHS) {
                router.route(path).order(-2).handler(OtherOrigins::differ);
                router.route(path).order(-1).handler(cors).failureHandler(OtherOrigins::refuse);
            }
        });
    }

    /** What a client of this service may set, and what is set for a proxy that stands before it. */
    private static Set<String> headers(FlightboardConfig config) {
        Set<String> headers = new TreeSet<>(OWN_HEADERS);
        config.originsHeaders().ifPresent(headers::addAll);
        return headers;
    }

    /** A cache must not give one origin's permission to another. */
    private static void differ(RoutingContext asked) {
        asked.response().headers().add("Vary", "Origin");
        asked.next();
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
