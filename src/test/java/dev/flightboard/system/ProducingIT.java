package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.flightboard.support.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/producing.md tells a producer's maker to do, done as it is written there. */
class ProducingIT {

    private static final Path KCAT = Path.of("/usr/bin/kcat");

    private final Service service = Service.shared();

    @TempDir
    Path directory;

    @Test
    void kcatShowsChangesAndRemovesAFlight() throws Exception {
        assumeThat(KCAT).as("kcat is not on this machine").isExecutable();
        List<String> snippets = snippets("kcat");
        assertThat(snippets).hasSize(4);

        run("sh", "-c", here(snippets.get(0)));
        Wait.until("the flight", () -> flight("BA117-0611").contains("\"state\":\"departed\""));
        run("sh", "-c", here(snippets.get(1)));
        Wait.until("its change", () -> flight("BA117-0611").contains("\"belt\":\"4\""));
        run("sh", "-c", here(snippets.get(2)));
        Wait.until("its removal", () -> flight("BA117-0611").isEmpty());
        run("sh", "-c", here(snippets.get(3)));
        Wait.until("the departure", () -> flight("BA118-0611").contains("\"departure\":\"10:55\""));
    }

    @Test
    void theJavaProducerShowsAFlight() throws Exception {
        Path source = Files.writeString(
                directory.resolve("Producer.java"), here(snippets("java").get(0)));

        run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                source.toString(),
                service.kafka.servers());

        Wait.until("the flight", () -> flight("IB3166-0611").contains("\"origin\":\"Madrid\""));
    }

    private static List<String> snippets(String kind) throws IOException {
        return Pattern.compile("<!-- run: " + kind + " -->\n```\\w+\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs", "producing.md")))
                .results()
                .map(snippet -> snippet.group(1))
                .toList();
    }

    /** With the Kafka and the topic of this test. */
    private String here(String snippet) {
        return snippet.replace("localhost:9092", service.kafka.servers()).replace("flight-states", service.topic);
    }

    private String flight(String id) {
        var answer = service.replica.get("/flights/" + id);
        return answer.statusCode() == 200 ? answer.body() : "";
    }

    private void run(String... command) throws Exception {
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    }
}
