package dev.flightboard.breaker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/** What is printed, and kept in {@code target/breaker} for somebody who looks for the cause of a breach. */
final class Report {

    private final Path folder;
    private final long began = System.currentTimeMillis();

    Report(long seed) {
        folder = Path.of("target", "breaker", "seed-" + seed);
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("timeline.txt"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long seconds() {
        return (System.currentTimeMillis() - began) / 1_000;
    }

    void line(String text, Object... values) {
        long now = System.currentTimeMillis();
        String line = "%7.1f s  %s".formatted((now - began) / 1_000.0, text.formatted(values));
        System.out.println(line);
        try {
            Files.writeString(
                    folder.resolve("timeline.txt"),
                    Instant.ofEpochMilli(now) + " " + line + "\n",
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void breaches(List<Client> clients) {
        try {
            for (Client each : clients) {
                List<Breach> breaches = each.checker.breaches();
                if (breaches.isEmpty()) continue;
                breaches.forEach(breach -> line("BREACH %s (%s)", breach, each.habit));
                Files.write(folder.resolve("client-" + breaches.get(0).client() + ".txt"), each.recent.lines());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }
}
