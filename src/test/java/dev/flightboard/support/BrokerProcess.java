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
    private JavaProcess process;

    public static BrokerProcess started() {
        BrokerProcess broker = new BrokerProcess();
        broker.start();
        return broker;
    }

    public String servers() {
        return "localhost:" + port;
    }

    /** Returns once clients are served. */
    public void start() {
        process = JavaProcess.start(
                "broker",
                directory.path(),
                Map.of(),
                List.of(
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName(),
                        String.valueOf(port),
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
        directory.close();
    }

    public static void main(String[] arguments) {
        EmbeddedKafka kafka = EmbeddedKafka.start(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
        System.out.println(READY);
    }
}
