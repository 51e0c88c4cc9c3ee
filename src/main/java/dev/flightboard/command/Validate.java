package dev.flightboard.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flightboard.record.FieldNames;
import dev.flightboard.record.Format;
import dev.flightboard.record.RecordReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code validate}: reads records from a file, and says of each whether the service would show, bend or reject it. */
@Command(
        name = "validate",
        description = "Says line by line what the service would make of records.",
        footer = {
            "",
            "A line is {\"key\":\"…\",\"value\":{…}}, as kcat -J prints it, or key|value, as kcat -K '|' reads it.",
            "The settings of the service hold here, too, where its variables are set.",
            "Exit status: 0, 1 if a record is rejected, 2 if the file cannot be read."
        })
final class Validate implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The records, a line each; - reads the standard input.")
    private String file;

    @Option(
            names = "-K",
            paramLabel = "DELIMITER",
            defaultValue = "|",
            description = "Between key and value; '|' by default.")
    private String delimiter;

    @Option(names = "--strict", description = "Status 1 as well if a record is only bent.")
    private boolean strict;

    @Option(names = "--time-zone", defaultValue = "${env:FLIGHTBOARD_TIME_ZONE:-UTC}", description = "The airport's.")
    private ZoneId timeZone;

    @Option(
            names = "--format",
            defaultValue = "${env:FLIGHTBOARD_FEED_FORMAT:-auto}",
            converter = FormatName.class,
            description = "auto, plain, schema-registry, connect, debezium or cloudevents.")
    private Format format;

    @Option(
            names = "--fields",
            defaultValue = "${env:FLIGHTBOARD_FEED_FIELDS:-}",
            converter = FieldMapping.class,
            description = "Names of another dialect, as flight=flightNumber.")
    private FieldNames fields;

    @Option(
            names = "--max-value-bytes",
            defaultValue = "${env:FLIGHTBOARD_FEED_MAX_VALUE_BYTES:-16384}",
            description = "A longer value is rejected.")
    private int maxValueBytes;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        RecordReader reader = new RecordReader(timeZone, maxValueBytes, format, fields);
        PrintWriter out = spec.commandLine().getOut();
        Verdicts verdicts = new Verdicts(reader, delimiter, out);
        try (InputStream opened = file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
                BufferedReader lines = new BufferedReader(new InputStreamReader(opened, UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) verdicts.add(line);
        } catch (NoSuchFileException missing) {
            throw new IOException(file + " does not exist");
        }
        out.println(verdicts.summary());
        out.flush();
        return verdicts.rejected() > 0 || strict && verdicts.bent() > 0 ? 1 : 0;
    }
}
