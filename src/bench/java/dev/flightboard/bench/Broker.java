package dev.flightboard.bench;

import dev.flightboard.broker.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The embedded Kafka as a process of its own, in an empty folder; or the servers that were named. */
final class Broker implements AutoCloseable {

    private static final String READY = "Kafka is ready at ";

    private final Jvm jvm;
    private final Path directory;
    private final String servers;

    private Broker(Jvm jvm, Path directory, String servers) {
        this.jvm = jvm;
        this.directory = directory;
        this.servers = servers;
    }

    static Broker start(String named) throws Exception {
        if (!named.isEmpty()) return new Broker(null, null, named);
        Path directory = Files.createTempDirectory("flightboard-bench");
        Jvm jvm = Jvm.start(
                "broker",
                System.getProperty("java.home"),
                Map.of(),
                List.of(
                        "-Xmx512m",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Broker.class.getName(),
                        directory.toString()));
        String ready = Wait.until(
                "Kafka",
                () -> jvm.log()
                        .lines()
                        .filter(line -> line.startsWith(READY))
                        .findFirst()
                        .orElse(null));
        return new Broker(jvm, directory, ready.substring(READY.length()));
    }

    /** Its process; null where it is somebody else's. */
    Jvm jvm() {
        return jvm;
    }

    String servers() {
        return servers;
    }

    public static void main(String[] arguments) {
        EmbeddedKafka kafka = EmbeddedKafka.start(0, Path.of(arguments[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
        System.out.println(READY + kafka.servers());
    }

    @Override
    public void close() throws IOException {
        if (jvm == null) return;
        jvm.close();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }
}
