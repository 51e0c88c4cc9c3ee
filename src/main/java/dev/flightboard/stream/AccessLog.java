package dev.flightboard.stream;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Writes a stream's line in the access log at its end, beside the lines Quarkus writes of all other requests. */
@Singleton
class AccessLog {

    private static final Logger LOG = Logger.getLogger("io.quarkus.http.access-log");

    /** To be called when the stream begins; what it returns, when it ends. */
    Consumer<EndReason> stream(HttpServerRequest request) {
        long begun = System.nanoTime();
        String remote =
                request.remoteAddress() == null ? "-" : request.remoteAddress().hostAddress();
        String line = request.method() + " " + request.uri() + " " + request.version();
        return reason -> LOG.infof(
                "%s \"%s\" 200 %d %.3f %s",
                remote, line, request.response().bytesWritten(), (System.nanoTime() - begun) / 1e9, reason.label());
    }
}
