package dev.flightboard.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the packaged service, as a producer's maker runs them. */
class CommandIT {

    private static final Path JAR =
            Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();

    @TempDir
    Path directory;

    @Test
    void recordsAreCheckedWithoutStartingTheService() throws Exception {
        Path records =
                Files.writeString(directory.resolve("records"), "F1|{\"flight\":\"F1\",\"state\":\"landing\"}\n");

        Process validate = command("validate", records.toString());

        assertThat(validate.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(validate.exitValue()).isZero();
        assertThat(output()).isEqualTo("1 ok \"F1\" F1 landing\n1 ok, 0 bent, 0 removed, 0 rejected\n");
    }

    @Test
    void aBoardIsFollowedAsJsonFromItsFlightsOn() throws Exception {
        Service service = Service.shared();
        String id = Service.newId();
        service.show(id, "landing");

        Process tail =
                command("tail", service.replica.uri("/events?flight=" + id).toString(), "--json");
        try {
            Wait.until("the flight", () -> output().contains("landing"));
            service.write(id, "landed");
            Wait.until("its change", () -> output().contains("landed"));
            service.remove(id);
            Wait.until("its removal", () -> output().contains("removed"));

            assertThat(output().lines())
                    .allMatch(line -> line.startsWith("{\"id\":\"" + id + "\"") && line.endsWith("}"));
        } finally {
            tail.destroy();
        }
    }

    @Test
    void aBoardIsFollowedInColumns() throws Exception {
        Service service = Service.shared();
        String id = Service.newId();
        service.show(id, "landing", ",\"origin\":\"Rome\"");

        Process tail =
                command("tail", service.replica.uri("/events?flight=" + id).toString());
        try {
            Wait.until("the flight", () -> output().contains("landing"));

            assertThat(output()).containsPattern("\\d\\d:\\d\\d:\\d\\d  " + id + " +Rome +landing");
        } finally {
            tail.destroy();
        }
    }

    private Process command(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
    }

    private String output() {
        try {
            return Files.readString(directory.resolve("output"), UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
