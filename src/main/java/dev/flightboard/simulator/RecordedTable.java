package dev.flightboard.simulator;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jboss.logging.Logger;

/**
 * Reads the US DOT's table "Reporting Carrier On-Time Performance" as it is downloaded: CSV, columns by name, in any order,
 * others between them.
 */
final class RecordedTable {

    private static final Logger LOG = Logger.getLogger(RecordedTable.class);

    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            // The Bureau ends every line with a comma, the header too.
            .setAllowMissingColumnNames(true)
            .get();

    private RecordedTable() {}

    /**
     * The rows of flights to one airport, in the order of the file; those that make no sense are left out.
     *
     * @throws IOException if the file cannot be read as such a table
     */
    static List<RecordedRow> read(Path file, String airport) throws IOException {
        List<RecordedRow> rows = new ArrayList<>();
        int senseless = 0;
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8);
                CSVParser lines = CSV.parse(reader)) {
            requireColumns(lines);
            for (CSVRecord line : lines) {
                if (!line.isSet("DEST") || !line.get("DEST").equals(airport)) continue;
                try {
                    rows.add(RecordedRow.of(line));
                } catch (IllegalArgumentException | DateTimeException e) {
                    senseless++;
                }
            }
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        if (senseless > 0) LOG.warnf("Left out of %s, because they make no sense: %d rows", file, senseless);
        return rows;
    }

    private static void requireColumns(CSVParser lines) throws IOException {
        Set<String> missing = new TreeSet<>(RecordedRow.COLUMNS);
        lines.getHeaderNames().forEach(name -> missing.remove(name.toUpperCase(Locale.ROOT)));
        if (!missing.isEmpty()) throw new IOException("no column " + String.join(", ", missing));
    }
}
