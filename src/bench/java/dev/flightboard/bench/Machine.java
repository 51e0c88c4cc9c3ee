package dev.flightboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux says of the whole machine. */
final class Machine {

    private Machine() {}

    /** Time that any core was not idle so far, in µs. */
    static long busyMicros() throws IOException {
        // cpu user nice system idle iowait irq softirq steal
        String[] fields = firstLine("/proc/stat").trim().split(" +");
        long busy = 0;
        for (int field : new int[] {1, 2, 3, 6, 7}) busy += Long.parseLong(fields[field]);
        return busy * Jvm.MICROS_PER_TICK;
    }

    static String describe() throws IOException {
        return Runtime.getRuntime().availableProcessors() + " cores, Linux " + System.getProperty("os.version")
                + ", load " + firstLine("/proc/loadavg").replaceAll(" \\d+/.*", "");
    }

    private static String firstLine(String file) throws IOException {
        return Files.readAllLines(Path.of(file)).get(0);
    }
}
