package dev.flightboard.connection;

import io.quarkus.logging.LoggingFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logging.Logger;

/**
 * Bounds what the server beneath this service logs of its peers: whatever they do, and whichever class of it complains,
 * the log grows by their access lines and a few lines a minute. Any thread.
 */
@LoggingFilter(name = "strangers-lines")
public final class StrangersLines implements Filter {

    private static final Logger LOG = Logger.getLogger(StrangersLines.class);

    private static final List<String> SERVER =
            List.of("io.netty.", "io.vertx.", "io.quarkus.vertx.", "org.jboss.resteasy.");

    // A fault shows in its first few lines.
    private static final int LINES_A_MINUTE = 10;
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final Map<String, Minute> minutes = new HashMap<>();

    private static final class Minute {
        long since = System.nanoTime();
        int lines;
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        String logger = line.getLoggerName();
        if (logger == null || SERVER.stream().noneMatch(logger::startsWith)) return true;
        int leftOut;
        synchronized (this) {
            Minute minute = minutes.computeIfAbsent(logger, first -> new Minute());
            if (System.nanoTime() - minute.since <= MINUTE_NANOS) return ++minute.lines <= LINES_A_MINUTE;
            leftOut = minute.lines - LINES_A_MINUTE;
            minute.since = System.nanoTime();
            minute.lines = 1;
        }
        if (leftOut > 0) LOG.warnf("Before this, %d lines more of %s were left out", leftOut, logger);
        return true;
    }
}
