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
 * Lets each logger of a library write so many lines a minute, and says how many it left out: a topic that is deleted under
 * a Kafka client is thousands of warnings a second. The service's own lines are few by themselves, and the access log has
 * one a request. Any thread.
 */
@LoggingFilter(name = "bound")
public final class LogBound implements Filter {

    private static final Logger LOG = Logger.getLogger(LogBound.class);

    // Enough to see what a library is about; each can have a stack trace of thirty lines.
    private static final int LINES = 10;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    // Its category, as Quarkus has it by default.
    private static final String ACCESS_LOG = "io.quarkus.http.access-log";

    private final LongSupplier nanos;
    private final Map<String, AtomicInteger> minutes = new ConcurrentHashMap<>();
    private volatile long nextLook;

    public LogBound() {
        this(System::nanoTime);
    }

    LogBound(LongSupplier nanos) {
        this.nanos = nanos;
        this.nextLook = nanos.getAsLong() + MINUTE;
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        long now = nanos.getAsLong();
        if (now - nextLook >= 0) look(now);
        String logger = line.getLoggerName();
        if (logger == null || isBoundByItself(logger)) return true;
        int lines = minutes.computeIfAbsent(logger, each -> new AtomicInteger()).incrementAndGet();
        if (lines == LINES + 1) LOG.warnf("Further lines are left out until the minute is over. logger=%s", logger);
        return lines <= LINES;
    }

    private static boolean isBoundByItself(String logger) {
        return logger.startsWith("dev.flightboard") || logger.equals(ACCESS_LOG);
    }

    /** Whoever writes first after a minute tells what was left out in it; then each may write as many lines again. */
    private void look(long now) {
        synchronized (this) {
            if (now - nextLook < 0) return;
            nextLook = now + MINUTE;
        }
        for (String logger : minutes.keySet()) {
            int leftOut = minutes.remove(logger).get() - LINES;
            if (leftOut > 0) LOG.warnf("Lines were left out. logger=%s lines=%d", logger, leftOut);
        }
    }
}
