package dev.flightboard.support;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The classes of a started service as the JVM keeps them in memory, made by the first replica of a build for all that follow:
 * they start in less than two thirds of the time.
 */
final class ClassArchive {

    private static final Path FILE = Path.of("target", "replica.jsa").toAbsolutePath();
    private static final Path LOCK = Path.of("target", "replica.jsa.lock").toAbsolutePath();

    private ClassArchive() {}

    static synchronized Path of(Path jar) {
        try (FileChannel file = FileChannel.open(LOCK, CREATE, WRITE)) {
            // Until it is closed: another JVM of tests may be making the archive.
            file.lock();
            if (!Files.exists(FILE) || modified(FILE) < modified(jar)) make(jar);
            return FILE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // A start without Kafka, up to where it would read the topic. The archive is written as the JVM ends.
    private static void make(Path jar) throws IOException {
        Files.deleteIfExists(FILE);
        Map<String, String> settings = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "localhost:1",
                "QUARKUS_HTTP_PORT", String.valueOf(FreePort.next()),
                "QUARKUS_MANAGEMENT_PORT", String.valueOf(FreePort.next()));
        try (TemporaryDirectory directory = new TemporaryDirectory()) {
            JavaProcess process = JavaProcess.start(
                    "archive",
                    directory.path(),
                    settings,
                    List.of("-XX:ArchiveClassesAtExit=" + FILE, "-Xmx128m", "-jar", jar.toString()));
            process.await("a start", () -> process.log().contains("started in"));
            process.stop();
        }
    }

    private static long modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toMillis();
    }
}
