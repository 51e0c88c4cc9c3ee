package dev.flightboard.breaker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What is printed, and kept in {@code target/breaker} for somebody who looks for the cause of a breach. */
final class Report {

    // A fault hurts hundreds of clients in the same way.
    private static final int SHOWN = 10;

    private final Path folder;
    private final long began = System.currentTimeMillis();

    Report(long seed) {
        folder = Path.of("target", "breaker", "seed-" + seed);
        try {
            Files.createDirectories(folder);
            // Of an earlier run.
            try (Stream<Path> files = Files.list(folder)) {
                for (Path each : files.toList()) Files.delete(each);
            }
            Files.createFile(folder.resolve("timeline.txt"));
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

    /** All of them in a file, and what the first clients met before; on the screen the first of each of those. */
    void breaches(List<Client> clients) {
        List<Client> hurt = clients.stream()
                .filter(each -> !each.checker.breaches().isEmpty())
                .toList();
        try {
            Files.write(
                    folder.resolve("breaches.txt"),
                    hurt.stream()
                            .flatMap(each -> each.checker.breaches().stream())
                            .map(Breach::toString)
                            .toList());
            for (Client each : hurt.subList(0, Math.min(hurt.size(), SHOWN))) {
                Breach first = each.checker.breaches().get(0);
                line("BREACH %s (%s)", first, each.habit);
                Files.write(folder.resolve("client-" + first.client() + ".txt"), each.recent.lines());
            }
            if (!hurt.isEmpty())
                line("%d clients were hurt; the processes' output is in target/processes", hurt.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }
}
