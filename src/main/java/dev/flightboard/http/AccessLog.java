package dev.flightboard.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;

/** Writes one line of the access log for each stream, when it ends. Quarkus writes those of all other requests. */
@Singleton
class AccessLog {

    private static final Logger LOG = Logger.getLogger("io.quarkus.http.access-log");

    private static final Map<HttpVersion, String> VERSIONS = Map.of(
            HttpVersion.HTTP_1_0, "HTTP/1.0",
            HttpVersion.HTTP_1_1, "HTTP/1.1",
            HttpVersion.HTTP_2, "HTTP/2");

    /** A stream that is open, with what its line will say. */
    record Entry(String remote, String request, long begunNanos) {

        void write(EndReason reason, long bytes) {
            double seconds = (System.nanoTime() - begunNanos) / 1e9;
            LOG.info(String.format(
                    Locale.ROOT, "%s \"%s\" 200 %d %.3f %s", remote, request, bytes, seconds, reason.label()));
        }
    }

    Entry begin(HttpServerRequest request) {
        String remote =
                request.remoteAddress() == null ? "-" : request.remoteAddress().hostAddress();
        String version = VERSIONS.getOrDefault(request.version(), "-");
        return new Entry(remote, request.method() + " " + request.uri() + " " + version, System.nanoTime());
    }
}
