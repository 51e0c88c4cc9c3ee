package dev.flightboard.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka of one node, inside this JVM, for programs of this machine only: it listens on localhost. Started by
 * {@link #start} and stopped by {@link #close}, both of which block; the threads in between are Kafka's own.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Returns once clients are served.
     *
     * @param port of localhost; 0 takes a free one
     * @param directory keeps the records from one start to the next, even if the process between them was killed; made
     *     if missing
     * @throws BrokerCannotStart if the port is taken or the directory unusable
     */
    public static EmbeddedKafka start(int port, Path directory) {
        return start(port, directory, Map.of());
    }

    /** @param more further settings of Kafka, which replace those of the same name */
    public static EmbeddedKafka start(int port, Path directory, Map<String, String> more) {
        Path home = directory.toAbsolutePath().normalize();
        Ports ports = Ports.bind(port);
        BrokerDirectory.prepare(home);
        Map<String, String> settings = new HashMap<>(BrokerSettings.of(ports.broker, ports.controller, home));
        settings.putAll(more);
        try {
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
            server.startup();
            return new EmbeddedKafka(server, ports.broker);
        } catch (RuntimeException e) {
            throw new BrokerCannotStart(e.getMessage() + " (in " + home + ")", e);
        }
    }

    public int port() {
        return port;
    }

    /** What a client names as its {@code bootstrap.servers}. */
    public String servers() {
        return "localhost:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Two ports that were free a moment ago. With a port that is taken, Kafka itself hangs or silently halts the process. */
    private record Ports(int broker, int controller) {

        static Ports bind(int port) {
            // Both are held at once, so that they differ.
            try (ServerSocket broker = listen(port);
                    ServerSocket controller = listen(0)) {
                return new Ports(broker.getLocalPort(), controller.getLocalPort());
            } catch (IOException e) {
                throw new BrokerCannotStart(
                        "port " + port + " of localhost is taken. Stop what listens there, choose another port by"
                                + " FLIGHTBOARD_BROKER_PORT, or use a Kafka of your own by KAFKA_BOOTSTRAP_SERVERS.",
                        e);
            }
        }

        private static ServerSocket listen(int port) throws IOException {
            ServerSocket socket = new ServerSocket();
            socket.bind(new InetSocketAddress(InetAddress.getByName("localhost"), port));
            return socket;
        }
    }
}
