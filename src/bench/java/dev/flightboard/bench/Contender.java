package dev.flightboard.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The servers that are measured side by side, each a process of its own. */
enum Contender {
    /** The packaged service. */
    FLIGHTBOARD,
    /** The same, with clients that read a compressed stream. */
    GZIP,
    /** What a first page on Quarkus, Kafka and server-sent events shows; see src/bench/textbook. */
    TEXTBOOK,
    /** A bare Netty that writes encoded bytes; see {@link Floor}. */
    FLOOR;

    static List<Contender> named(String names) {
        return Arrays.stream(names.split(","))
                .map(each -> valueOf(each.strip().toUpperCase(Locale.ROOT)))
                .toList();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is the packaged service. */
    boolean isFlightboard() {
        return this == FLIGHTBOARD || this == GZIP;
    }

    /** Whether its clients read a compressed stream. */
    boolean isCompressed() {
        return this == GZIP;
    }

    /** Whether a client that joins is shown the board, and told when it is live. */
    boolean hasBoard() {
        return this != TEXTBOOK;
    }

    /** @param windowMillis how long changes may wait for company */
    Server start(Settings settings, String servers, String topic, int windowMillis) throws Exception {
        int port = Server.freePort();
        int managementPort = Server.freePort();
        List<String> arguments = new ArrayList<>(settings.jvm());
        arguments.addAll(
                switch (this) {
                    case FLIGHTBOARD, GZIP -> List.of("-jar", jar("quarkus-app"));
                    case TEXTBOOK -> List.of("-jar", jar("textbook/quarkus-app"));
                    case FLOOR ->
                        List.of(
                                "-cp",
                                System.getProperty("java.class.path"),
                                Floor.class.getName(),
                                String.valueOf(port),
                                String.valueOf(Settings.eventLoops()),
                                String.valueOf(windowMillis),
                                servers,
                                topic);
                });
        Map<String, String> environment = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                servers,
                "FLIGHTBOARD_TOPIC",
                topic,
                "FLIGHTBOARD_STREAM_WINDOW",
                windowMillis + "ms",
                // All clients here come from one address.
                "FLIGHTBOARD_STREAM_MAX_SUBSCRIBERS_PER_ADDRESS",
                "16000",
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_HTTP_PORT",
                String.valueOf(port),
                "QUARKUS_MANAGEMENT_PORT",
                String.valueOf(managementPort));
        Jvm jvm = Jvm.start(label(), settings.java(), environment, arguments);
        Server server = new Server(jvm, port, managementPort);
        server.awaitReady(isFlightboard());
        return server;
    }

    private static String jar(String application) {
        return Path.of("target", application, "quarkus-run.jar")
                .toAbsolutePath()
                .toString();
    }
}
