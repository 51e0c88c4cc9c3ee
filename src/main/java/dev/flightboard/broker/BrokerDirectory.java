package dev.flightboard.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.metadata.storage.Formatter;

/** The folder in which the embedded Kafka keeps its records: formatted once, and refused if it belongs to something else. */
final class BrokerDirectory {

    /** The same for every embedded Kafka: by it their folders differ from those of a Kafka that somebody installed. */
    static final String CLUSTER_ID = "flightboard-embedded-1";

    private BrokerDirectory() {}

    static void prepare(Path directory) {
        try {
            Files.createDirectories(directory);
            checkWritable(directory);
            checkOwner(directory);
            format(directory);
        } catch (BrokerCannotStart e) {
            throw e;
        } catch (Exception e) {
            throw unusable(directory, "cannot be written (" + e + ")", e);
        }
    }

    // Kafka holds a lock on this same file as long as it runs.
    private static void checkWritable(Path directory) throws IOException {
        Path file = directory.resolve(".lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) throw unusable(directory, "is in use by another process", null);
        } catch (OverlappingFileLockException e) {
            throw unusable(directory, "is in use by this process", e);
        }
    }

    private static void checkOwner(Path directory) throws IOException {
        Path identity = directory.resolve("meta.properties");
        if (Files.exists(identity)) {
            Properties properties = new Properties();
            try (InputStream in = Files.newInputStream(identity)) {
                properties.load(in);
            }
            String cluster = properties.getProperty("cluster.id");
            if (!CLUSTER_ID.equals(cluster)) throw unusable(directory, "belongs to the Kafka cluster " + cluster, null);
        } else {
            try (Stream<Path> entries = Files.list(directory)) {
                if (entries.anyMatch(entry -> !isKafkas(entry.getFileName().toString()))) {
                    throw unusable(directory, "holds files that are not Kafka's", null);
                }
            }
        }
    }

    // What a start that was killed half-way can leave behind, before meta.properties is written.
    private static boolean isKafkas(String name) {
        return name.equals(".lock") || name.startsWith("__cluster_metadata") || name.startsWith("bootstrap.checkpoint");
    }

    private static void format(Path directory) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setClusterId(CLUSTER_ID)
                .setNodeId(BrokerSettings.NODE_ID)
                .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                .setMetadataLogDirectory(directory.toString())
                .addDirectory(directory.toString())
                .setIgnoreFormatted(true)
                .run();
    }

    private static BrokerCannotStart unusable(Path directory, String problem, Throwable cause) {
        return new BrokerCannotStart(
                "the folder " + directory + " " + problem + ". Choose another one by FLIGHTBOARD_BROKER_DIRECTORY, or"
                        + " use a Kafka of your own by KAFKA_BOOTSTRAP_SERVERS.",
                cause);
    }
}
