package dev.flightboard.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Writes a stream's line in the access log at its end, beside the lines Quarkus writes of all other requests. */
@Singleton
class AccessLog {

    private static final Logger LOG = Logger.getLogger("io.quarkus.http.access-log");

    /** A line that is written when its stream ends. */
    record Line(String remote, String request, long begunNanos) {

        void write(EndReason reason, long bytes) {
            double seconds = (System.nanoTime() - begunNanos) / 1e9;
            LOG.infof("%s \"%s\" 200 %d %.3f %s", remote, request, bytes, seconds, reason.label());
        }
    }

    Line begin(HttpServerRequest request) {
        String remote =
                request.remoteAddress() == null ? "-" : request.remoteAddress().hostAddress();
        String version = switch (request.version()) {
            case HTTP_1_0 -> "HTTP/1.0";
            case HTTP_1_1 -> "HTTP/1.1";
            case HTTP_2 -> "HTTP/2";
        };
        return new Line(remote, request.method() + " " + request.uri() + " " + version, System.nanoTime());
    }
}
