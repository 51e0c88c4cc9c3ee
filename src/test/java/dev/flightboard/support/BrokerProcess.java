package dev.flightboard.support;

import dev.flightboard.broker.EmbeddedKafka;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The same Kafka in a process of its own, on one port and folder through all its stops, kills and starts. */
public final class BrokerProcess implements AutoCloseable {

    private static final String READY = "Kafka is ready";

    private final TemporaryDirectory directory = new TemporaryDirectory();
    private final int port = FreePort.next();
    private final Relay relay;
    private JavaProcess process;

    public BrokerProcess() {
        this(false);
    }

    private BrokerProcess(boolean behindRelay) {
        relay = behindRelay ? new Relay(port) : null;
    }

    public static BrokerProcess started() {
        BrokerProcess broker = new BrokerProcess();
        broker.start();
        return broker;
    }

    /** Which clients reach through a relay alone. */
    public static BrokerProcess startedBehindRelay() {
        BrokerProcess broker = new BrokerProcess(true);
        broker.start();
        return broker;
    }

    public Relay relay() {
        return relay;
    }

    public String servers() {
        return "localhost:" + (relay == null ? port : relay.port());
    }

    /** Where it keeps a partition's first records. */
    public Path segment(String topic, int partition) {
        return directory
                .path()
                .resolve("kafka")
                .resolve(topic + "-" + partition)
                .resolve("00000000000000000000.log");
    }

    /** Returns once clients are served. */
    public void start() {
        process = JavaProcess.start(
                "broker",
                directory.path(),
                Map.of(),
                List.of(
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName(),
                        String.valueOf(port),
                        servers(),
                        directory.path().resolve("kafka").toString()));
        process.await("Kafka's start", () -> process.log().contains(READY));
    }

    public void stop() {
        process.stop();
    }

    public void kill() {
        process.kill();
    }

    public void freeze() {
        process.freeze();
    }

    public void thaw() {
        process.thaw();
    }

    @Override
    public void close() {
        process.kill();
        if (relay != null) relay.close();
        directory.close();
    }

    public static void main(String[] arguments) {
        Map<String, String> advertised = Map.of("advertised.listeners", "PLAINTEXT://" + arguments[1]);
        EmbeddedKafka kafka = EmbeddedKafka.start(Integer.parseInt(arguments[0]), Path.of(arguments[2]), advertised);
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
        System.out.println(READY);
    }
}
