package dev.flightboard;

import io.quarkus.logging.LoggingFilter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logging.Logger;

/**
 * Lets each logger of a library write a few lines a minute, and says how many it left out: when a topic is deleted, Kafka's
 * client writes thousands of warnings a second. The service's own lines and the access log pass: the first are few, and the
 * second has one for each request. Any thread.
 */
@LoggingFilter(name = "bound")
public final class LogBound implements Filter {

    private static final Logger LOG = Logger.getLogger(LogBound.class);

    // Enough to see what is wrong; each can have a stack trace of thirty lines.
    private static final int LINES = 10;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    // The category that Quarkus gives it by default.
    private static final String ACCESS_LOG = "io.quarkus.http.access-log";

    private final LongSupplier nanos;
    private final Map<String, AtomicInteger> minutes = new ConcurrentHashMap<>();
    private volatile long nextMinute;

    public LogBound() {
        this(System::nanoTime);
    }

    LogBound(LongSupplier nanos) {
        this.nanos = nanos;
        this.nextMinute = nanos.getAsLong() + MINUTE;
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        long now = nanos.getAsLong();
        if (now - nextMinute >= 0) beginMinute(now);
        String logger = line.getLoggerName();
        if (logger == null || isBoundByItself(logger)) return true;
        int lines = minutes.computeIfAbsent(logger, each -> new AtomicInteger()).incrementAndGet();
        if (lines == LINES + 1) LOG.warnf("Further lines are left out until the minute is over. logger=%s", logger);
        return lines <= LINES;
    }

    private static boolean isBoundByItself(String logger) {
        return logger.startsWith("dev.flightboard") || logger.equals(ACCESS_LOG);
    }

    /** Begins the next minute: says how many lines were left out in the last one, and lets each logger write again. */
    private void beginMinute(long now) {
        synchronized (this) {
            if (now - nextMinute < 0) return;
            nextMinute = now + MINUTE;
        }
        for (String logger : minutes.keySet()) {
            int leftOut = minutes.remove(logger).get() - LINES;
            if (leftOut > 0) LOG.warnf("Lines were left out. logger=%s lines=%d", logger, leftOut);
        }
    }
}
