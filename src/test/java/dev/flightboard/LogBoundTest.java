package dev.flightboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogBoundTest {

    private static final String KAFKA = "org.apache.kafka.clients.NetworkClient";

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE);
    private final LogBound bound = new LogBound(nanos::get);

    @Test
    void aLibrarysLoggerWritesTenLinesAMinute() {
        long written = lines(KAFKA, 5_000);

        assertThat(written).isEqualTo(10);
    }

    @Test
    void anotherLoggerHasLinesOfItsOwn() {
        lines(KAFKA, 5_000);

        assertThat(lines("org.apache.kafka.clients.Metadata", 1)).isEqualTo(1);
    }

    @Test
    void afterAMinuteItWritesAgain() {
        lines(KAFKA, 5_000);

        nanos.addAndGet(60_000_000_000L);

        assertThat(lines(KAFKA, 5_000)).isEqualTo(10);
    }

    @Test
    void theServicesOwnLinesAndTheAccessLogAreAllWritten() {
        assertThat(lines("dev.flightboard.feed.Feed", 100)).isEqualTo(100);
        assertThat(lines("io.quarkus.http.access-log", 100)).isEqualTo(100);
    }

    private long lines(String logger, int count) {
        LogRecord line = new LogRecord(Level.WARNING, "a line");
        line.setLoggerName(logger);
        return IntStream.range(0, count).filter(each -> bound.isLoggable(line)).count();
    }
}
