package dev.flightboard.bench;

import org.HdrHistogram.Histogram;

/** What one reader's clients were sent within an interval. Owned by the reader's thread until it is handed over. */
final class Tally {

    // Three digits up to a minute; what takes longer counts as a minute.
    private static final long MAX_MICROS = 60_000_000;

    final Histogram micros = new Histogram(MAX_MICROS, 3);
    long deliveries;
    long skipped;
    long repeated;
    long resets;
    long reads;
    long bytes;
    long cut;
    long violations;
    String violation;

    void delivered(long nanos) {
        micros.recordValue(Math.min(MAX_MICROS, Math.max(0, nanos / 1000)));
    }

    void violated(String what) {
        if (violations++ == 0) violation = what;
    }

    void add(Tally other) {
        micros.add(other.micros);
        deliveries += other.deliveries;
        skipped += other.skipped;
        repeated += other.repeated;
        resets += other.resets;
        reads += other.reads;
        bytes += other.bytes;
        cut += other.cut;
        violations += other.violations;
        if (violation == null) violation = other.violation;
    }

    double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }
}
