package dev.flightboard.support;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The classes of a started service as the JVM keeps them in memory, made by the first replica of a build for all that follow:
 * they start in less than two thirds of the time.
 */
final class ClassArchive {

    private static final Path FILE = Path.of("target", "replica.jsa").toAbsolutePath();
    private static final Path UNFINISHED = Path.of("target", "replica.jsa.new").toAbsolutePath();
    private static final Path LOCK = Path.of("target", "replica.jsa.lock").toAbsolutePath();

    // The first start of all, without an archive, with a Kafka of its own, and slower because it makes one: on
    // cores that others keep busy it has taken more than half a minute.
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private static List<String> options;

    private ClassArchive() {}

    /** What a JVM is to be told so that it uses the archive; nothing where there is none, for tests run without it, too. */
    static synchronized List<String> options(Path jar) {
        if (options != null) return options;
        try (FileChannel file = FileChannel.open(LOCK, CREATE, WRITE)) {
            // Held until the file is closed. Whoever finds it taken does not wait: another JVM of tests is making the
            // archive.
            if (file.tryLock() == null) return List.of();
            if (!Files.exists(FILE) || modified(FILE) < modified(jar)) make(jar);
            options = List.of("-XX:SharedArchiveFile=" + FILE);
        } catch (IOException | RuntimeException | AssertionError failed) {
            System.err.println("Each start of the service will take longer, no archive of its classes could be made: "
                    + failed.getMessage());
            options = List.of();
        }
        return options;
    }

    // A start with its own Kafka, up to a board that was read, so that what all starts need is in it. The archive is
    // written as the JVM ends.
    private static void make(Path jar) throws IOException {
        Files.deleteIfExists(FILE);
        Files.deleteIfExists(UNFINISHED);
        int port = FreePort.next();
        Map<String, String> settings = Map.of(
                "FLIGHTBOARD_BROKER_PORT", String.valueOf(FreePort.next()),
                "QUARKUS_HTTP_PORT", String.valueOf(port),
                "QUARKUS_MANAGEMENT_PORT", String.valueOf(FreePort.next()));
        try (TemporaryDirectory directory = new TemporaryDirectory()) {
            JavaProcess process = JavaProcess.start(
                    "archive",
                    directory.path(),
                    settings,
                    List.of("-XX:ArchiveClassesAtExit=" + UNFINISHED, "-Xmx128m", "-jar", jar.toString()));
            try {
                process.await("a board", DEADLINE, () -> process.log().contains("Caught up"));
                try (EventStream stream = EventStream.open(port, "/events")) {
                    stream.await("live");
                }
                process.stop(DEADLINE);
                Files.move(UNFINISHED, FILE, ATOMIC_MOVE);
            } finally {
                process.kill();
            }
        }
    }

    private static long modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toMillis();
    }
}
