package dev.flightboard;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lets pages of other origins read the board, where the settings name some. Only the board's own paths are checked: behind a
 * proxy the service cannot know under which origin its own page was opened.
 */
@ApplicationScoped
class OtherOrigins {

    private static final List<String> PATHS = List.of("/events", "/flights", "/flights/*");

    private static final Set<String> OWN_HEADERS = Set.of("Last-Event-ID", "If-None-Match", "Cache-Control");

    // The longest time for which browsers keep a permission.
    private static final int DAY_SECONDS = 86_400;

    void allow(@Observes Router router, FlightboardConfig config) {
        config.origins().ifPresent(named -> {
            CorsHandler cors = CorsHandler.create()
                    .addOrigins(named.stream()
                            .map(OtherOrigins::asBrowsersWriteIt)
                            .distinct()
                            .toList())
                    .allowedMethods(Set.of(HttpMethod.GET, HttpMethod.HEAD))
                    .allowedHeaders(headers(config))
                    .exposedHeaders(Set.of("Last-Event-ID", "ETag"))
                    .maxAgeSeconds(DAY_SECONDS);
            // Lower orders come first: both before the resources.
            for (String path : PATHS) {
                router.route(path).order(-2).handler(OtherOrigins::differ);
                router.route(path).order(-1).handler(cors).failureHandler(OtherOrigins::refuse);
            }
        });
    }

    /** In lower case, and without the port that the scheme has anyway. Vert.x takes no other spelling for the same origin. */
    static String asBrowsersWriteIt(String named) {
        String origin = named.toLowerCase(Locale.ROOT);
        String usual = origin.startsWith("https:") ? ":443" : ":80";
        return origin.endsWith(usual) ? origin.substring(0, origin.length() - usual.length()) : origin;
    }

    /** The headers that clients of this service may send, and those that the settings add for a proxy before it. */
    private static Set<String> headers(FlightboardConfig config) {
        Set<String> headers = new TreeSet<>(OWN_HEADERS);
        config.originsHeaders().ifPresent(headers::addAll);
        return headers;
    }

    /** Tells caches not to give one origin's permission to another. */
    private static void differ(RoutingContext asked) {
        asked.response().headers().add("Vary", "Origin");
        asked.next();
    }

    /** Refuses without a line in the log; strangers could fill it. */
    private static void refuse(RoutingContext failed) {
        if (failed.statusCode() == HttpURLConnection.HTTP_FORBIDDEN) {
            failed.response().setStatusCode(failed.statusCode()).end();
        } else {
            failed.next();
        }
    }
}
