package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.flightboard.support.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client that docs/protocol.md shows, run as it is written there. */
class ProtocolClientIT {

    private static final Path NODE = Path.of("/usr/bin/node");

    @TempDir
    Path directory;

    // P25, P46
    @Test
    void aClientOfThirtyLinesHoldsTheBoardOverEveryBreak() throws IOException {
        assumeThat(NODE).as("node is not on this machine").isExecutable();
        Path output = directory.resolve("output");

        // Each stream ends within a second, so that the client comes back all the time.
        try (Service service = Service.start("FLIGHTBOARD_STREAM_MAX_AGE=1s", "FLIGHTBOARD_STREAM_RETRY=100ms")) {
            Process client = new ProcessBuilder(
                            NODE.toString(),
                            client().toString(),
                            "http://localhost:" + service.replica.port() + "/events")
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                service.write("A", "landing");
                service.write("B", "landing");
                Wait.until("both flights", () -> said(output).contains("live: 2 flights, and I hold 2"));
                service.remove("A");
                Wait.until("the removal", () -> said(output).contains("live: 1 flights, and I hold 1"));
            } finally {
                client.destroy();
            }
        }

        assertThat(said(output).lines()).allMatch(line -> line.matches("live: (\\d+) flights, and I hold \\1"));
    }

    private Path client() throws IOException {
        String code = Pattern.compile("<!-- run: client -->\n```js\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs", "protocol.md")))
                .results()
                .map((MatchResult snippet) -> snippet.group(1))
                .findFirst()
                .orElseThrow();
        return Files.writeString(directory.resolve("client.mjs"), code);
    }

    private static String said(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
