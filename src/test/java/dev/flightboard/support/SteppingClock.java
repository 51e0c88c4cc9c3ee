package dev.flightboard.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;

/** What the clock of one process shows: libfaketime is loaded before it, and looks once a second how far it is off. */
public final class SteppingClock implements AutoCloseable {

    private static final Path LIBRARY = Path.of(
                    "/usr/lib/" + System.getProperty("os.arch").replace("amd64", "x86_64") + "-linux-gnu")
            .resolve("faketime/libfaketimeMT.so.1");

    private final TemporaryDirectory directory = new TemporaryDirectory();
    private final Path offset = directory.path().resolve("offset");

    public SteppingClock() {
        step(Duration.ZERO);
    }

    /** Debian's package libfaketime has it; where it is missing no clock steps. */
    public static boolean isInstalled() {
        return Files.exists(LIBRARY);
    }

    /** For the process whose clock it is to be. */
    public Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD",
                LIBRARY.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                offset.toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                // Only the clock on the wall steps; the one that measures intervals goes on.
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // Else it takes timed waits for those of a clock that began with the machine, and they end at once.
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }

    /** From within a second on it is so far ahead of the machine's, or behind it. */
    public void step(Duration ahead) {
        try {
            // Put in place at once: it may be read at any moment.
            Path next = directory.path().resolve("next");
            Files.writeString(next, (ahead.isNegative() ? "" : "+") + ahead.toSeconds());
            Files.move(next, offset, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        directory.close();
    }
}
