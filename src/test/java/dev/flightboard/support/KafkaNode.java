package dev.flightboard.support;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** One broker and controller of a cluster, as a process, on the same ports and folder through all its kills and starts. */
public final class KafkaNode implements AutoCloseable {

    static final String CONTROLLER = "CONTROLLER";

    private static final String READY = "Kafka is ready";

    private final TemporaryDirectory directory = new TemporaryDirectory();
    private final Map<String, String> settings;
    private JavaProcess process;

    KafkaNode(Map<String, String> settings) {
        this.settings = settings;
    }

    /** Returns at once: a node is ready only when a majority of them is there. */
    public void launch() {
        List<String> arguments = new ArrayList<>(List.of(
                "-Xmx320m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KafkaNode.class.getName(),
                directory.path().resolve("kafka").toString()));
        settings.forEach((name, value) -> arguments.add(name + "=" + value));
        process = JavaProcess.start("node-" + settings.get("node.id"), directory.path(), Map.of(), arguments);
    }

    public boolean isReady() {
        return process.log().contains(READY);
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

    /** No file of it can grow any more, as on a full disk; it ends at its next write. */
    public void fillDisk() {
        process.limit("fsize", 1);
    }

    @Override
    public void close() {
        if (process != null) process.kill();
        directory.close();
    }

    public static void main(String[] arguments) throws Exception {
        String folder = arguments[0];
        Map<String, String> settings = Arrays.stream(arguments)
                .skip(1)
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> each[1]));
        settings.put("log.dirs", folder);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setClusterId("flightboard-cluster-01")
                .setNodeId(Integer.parseInt(settings.get("node.id")))
                .setControllerListenerName(CONTROLLER)
                .setMetadataLogDirectory(folder)
                .addDirectory(folder)
                .setIgnoreFormatted(true)
                .run();
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.shutdown();
            server.awaitShutdown();
        }));
        System.out.println(READY);
    }
}
