package dev.flightboard.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.flightboard.support.Wait;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bridge as an airport runs it: a command of its own beside a service. */
class BridgeIT {

    private static final Path JAR =
            Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();

    private final Service service = Service.shared();
    private final String id = Service.newId();
    private volatile String list = "[]";
    private volatile String authorization;
    private HttpServer airport;
    private Process bridge;

    @TempDir
    Path directory;

    @BeforeEach
    void open() throws IOException {
        airport = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        airport.createContext("/", asked -> {
            authorization = asked.getRequestHeaders().getFirst("Authorization");
            byte[] body = ("{\"data\":{\"flights\":" + list + "}}").getBytes(UTF_8);
            asked.sendResponseHeaders(200, body.length);
            asked.getResponseBody().write(body);
            asked.close();
        });
        airport.start();
    }

    @AfterEach
    void close() {
        if (bridge != null) bridge.destroy();
        airport.stop(0);
    }

    @Test
    void whatAnApiListsIsOnTheBoardUntilItIsNot() throws Exception {
        list = "[{\"leg\":\"%s\",\"day\":11,\"ident\":\"ba 117\",\"status\":\"Final call\"}]".formatted(id);
        Path secret = Files.writeString(directory.resolve("secret"), "--header\n\"Authorization: Bearer hush\"\n");
        start("--list=data.flights", "--key=leg,day", "--fields=flight=ident,state=status", "@" + secret);

        Wait.until("the flight", () -> flight().contains("\"flight\":\"BA117\",\"state\":\"final-call\""));
        list = "[]";
        Wait.until("its removal", () -> flight().startsWith("no such flight"));

        assertThat(authorization).isEqualTo("Bearer hush");
        assertThat(output())
                .contains("1 flights listed, 1 written, 0 removed", "0 flights listed, 0 written, 1 removed")
                .doesNotContain("hush");
    }

    @Test
    void aTroubleIsToldOnceAndItsEndToo() throws Exception {
        list = "[{";
        start("--list=data.flights");

        Wait.until("the trouble", () -> output().contains("no JSON from byte"));
        list = "[]";
        Wait.until("its end", () -> output().contains("all is well again"));

        assertThat(output().split("no JSON", -1)).hasSize(2);
    }

    private String flight() {
        return service.replica.get("/flights/" + id + "-11").body();
    }

    private void start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toString(),
                "bridge",
                "http://127.0.0.1:" + airport.getAddress().getPort() + "/arrivals?key=hush",
                "--every=200ms",
                "--requests-per-minute=6000",
                "--name=" + id));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile());
        process.environment().put("KAFKA_BOOTSTRAP_SERVERS", service.kafka.servers());
        process.environment().put("FLIGHTBOARD_TOPIC", service.topic);
        bridge = process.start();
    }

    private String output() throws IOException {
        return Files.readString(directory.resolve("output"), UTF_8);
    }
}
