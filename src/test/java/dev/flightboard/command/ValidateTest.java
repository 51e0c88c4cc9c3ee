package dev.flightboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ValidateTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void eachLineIsToldWithWhatWouldBecomeOfIt() throws IOException {
        int status = validate("""
                BA1|{"flight":"BA1","state":"landing","scheduled":"2026-11-27T10:05:00Z"}
                F2|{"flight":"fr 2","state":"landed"}
                F3|
                F3|null

                F4|{"flight":"F4"}
                |{"flight":"F5","state":"landing"}
                {"flight":"F6","state":"landing"}
                D7|{"flight":"D7","direction":"Departure","state":"boarding","scheduled":"2026-11-27T10:05:00Z"}
                """);

        assertThat(out).hasToString("""
                1 ok "BA1" BA1 10:05 landing
                2 bent "F2" FR2 landed; flight changed "fr 2"
                3 removed "F3"
                4 removed "F3"
                6 rejected field-invalid: state is missing
                7 rejected key-missing: the record has no key
                8 rejected key-missing: the record has no key
                9 bent "D7" D7 10:05 boarding, a departure; direction changed "Departure"
                1 ok, 2 bent, 2 removed, 3 rejected
                """);
        assertThat(status).isEqualTo(1);
    }

    @Test
    void linesMayBeJsonWithKeyAndValueOrAsKcatPrintsIt() throws IOException {
        int status = validate("""
                {"key":"F1","value":{"flight":"F1","state":"landing"}}
                {"topic":"x","partition":0,"offset":7,"key":"F2","payload":"{\\"flight\\":\\"F2\\",\\"state\\":\\"landing\\"}"}
                {"key":"F3","value":null}
                {"payload":null,"key":"F4"}
                {"key":null,"value":{}}
                """);

        assertThat(out).hasToString("""
                1 ok "F1" F1 landing
                2 ok "F2" F2 landing
                3 removed "F3"
                4 removed "F4"
                5 rejected key-missing: the record has no key
                2 ok, 0 bent, 2 removed, 1 rejected
                """);
        assertThat(status).isEqualTo(1);
    }

    @Test
    void aKeyMayBeJson() throws IOException {
        validate("""
                {"id":7}|{"flight":"F1","state":"landing"}
                {"schema":{},"payload":"F2"}|{"flight":"F2","state":"landing"}
                {"key":1,"value":2}|null
                """);

        assertThat(out).hasToString("""
                1 ok "{\\"id\\":7}" F1 landing
                2 ok "F2" F2 landing
                3 removed "{\\"key\\":1,\\"value\\":2}"
                2 ok, 0 bent, 1 removed, 0 rejected
                """);
    }

    @Test
    void aFileMayBeginWithAByteOrderMark() throws IOException {
        assertThat(validate("\ufeff{\"key\":\"F1\",\"value\":{\"flight\":\"F1\",\"state\":\"landing\"}}\n"))
                .isZero();
    }

    @Test
    void aBridgeRefusesAHeaderWithoutItsValueAndAHostByItsName() {
        assertThat(run("bridge", "http://127.0.0.1:1/x", "--header", "X-Key: hush\u200b"))
                .isEqualTo(2);
        assertThat(run("bridge", "http://airport_api:8080/x?key=hush")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--header \"X-Key\" cannot be sent", "no underscore")
                .doesNotContain("hush");
    }

    @Test
    void theStatusTellsScriptsWhatWasFound() throws IOException {
        String good = "F1|{\"flight\":\"F1\",\"state\":\"landing\"}\n";
        String bent = "F2|{\"flight\":\"F2\",\"state\":\"Landing\"}\n";

        assertThat(validate(good)).isZero();
        assertThat(validate(good + bent)).isZero();
        assertThat(validate(good, "--strict")).isZero();
        assertThat(validate(good + bent, "--strict")).isEqualTo(1);
    }

    @Test
    void theSettingsOfTheServiceMayBeGiven() throws IOException {
        int status = validate(
                "F1;{\"after\":{\"no\":\"F1\",\"status\":\"landing\",\"scheduled\":\"2026-07-01 12:05\"},\"op\":\"u\"}\n",
                "-K",
                ";",
                "--format",
                "debezium",
                "--fields",
                "flight=no,state=status",
                "--time-zone",
                "Europe/Rome");

        assertThat(out.toString()).startsWith("1 bent \"F1\" F1 12:05 landing; scheduled changed");
        assertThat(status).isZero();
    }

    @Test
    void whatCannotBeRunIsSaidInALine() throws IOException {
        assertThat(run("validate", directory.resolve("none").toString())).isEqualTo(2);
        assertThat(validate("", "--fields", "gates=x")).isEqualTo(2);
        assertThat(validate("", "--format", "avro")).isEqualTo(2);
        assertThat(run("tail", "ftp://board")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "none does not exist", "gates is no field of a flight", "avro is not one of", "is no http://");
    }

    private int validate(String lines, String... options) throws IOException {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "validate";
        arguments[1] = Files.writeString(directory.resolve("records"), lines).toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return run(arguments);
    }

    private int run(String... arguments) {
        CommandLine line = new CommandLine(new Commands())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return Commands.execute(line, arguments);
    }
}
