package dev.flightboard.simulator;

import dev.flightboard.flight.Direction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jboss.logging.Logger;

/**
 * Reads the US DOT's table "Reporting Carrier On-Time Performance" as it is downloaded, chosen by columns or ready-made by the
 * month, and as spreadsheets and statistics tools write it anew. Used by one thread.
 */
final class RecordedTable {

    private static final Logger LOG = Logger.getLogger(RecordedTable.class);

    private static final int BYTE_ORDER_MARK = '\ufeff';

    // More than the longest header has, and within what a reader can go back.
    private static final int LONGEST_HEADER = 8192;

    // How much of a row that makes no sense the log shows.
    private static final int LONGEST_SHOWN = 300;

    // What statistics tools and databases write where nothing is known.
    private static final Set<String> NOTHING = Set.of("NA", "N/A", "NaN", "nan", "NULL", "null", "None", "\\N");

    private final Map<RecordedColumn, Integer> places = new EnumMap<>(RecordedColumn.class);
    private final List<RecordedRow> rows = new ArrayList<>();
    private int senseless;
    private String firstSenseless;

    private RecordedTable() {}

    /**
     * The rows of flights to and from one airport, in the order of the file; those that make no sense are left out.
     *
     * @throws IOException if the file cannot be read as such a table, or every row of the airport makes no sense
     */
    static List<RecordedRow> read(Path file, String airport) throws IOException {
        RecordedTable table = new RecordedTable();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            skipMark(reader);
            table.read(reader, airport);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        String left = table.senseless + " rows of " + airport + " make no sense, first " + table.firstSenseless;
        if (table.senseless > 0 && table.rows.isEmpty()) throw new IOException("all " + left);
        if (table.senseless > 0) LOG.warnf("Left out of %s: %s", file, left);
        return table.rows;
    }

    private static void skipMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) reader.reset();
    }

    private void read(BufferedReader reader, String airport) throws IOException {
        char[] header = new char[LONGEST_HEADER];
        reader.mark(header.length);
        int length = Math.max(0, reader.read(header));
        reader.reset();
        try (CSVParser lines = format(new String(header, 0, length)).parse((Reader) reader)) {
            for (CSVRecord line : lines) {
                if (line.getRecordNumber() == 1) place(line);
                else if (cell(line, RecordedColumn.DESTINATION).equals(airport)) add(line, Direction.ARRIVAL);
                else if (cell(line, RecordedColumn.ORIGIN).equals(airport)) add(line, Direction.DEPARTURE);
            }
        }
        if (places.isEmpty()) throw new IOException("it is empty");
    }

    /** Spreadsheets set to a language with decimal commas put semicolons between cells, others tabs. */
    private static CSVFormat format(String text) {
        String header = text.lines().findFirst().orElse("");
        long commas = header.chars().filter(c -> c == ',').count();
        char delimiter = ',';
        if (header.chars().filter(c -> c == ';').count() > commas) delimiter = ';';
        if (header.chars().filter(c -> c == '\t').count() > commas) delimiter = '\t';
        return CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    }

    private void place(CSVRecord header) throws IOException {
        List<String> names = header.toList();
        for (RecordedColumn column : RecordedColumn.values()) places.put(column, column.in(names));
        String missing = Arrays.stream(RecordedColumn.values())
                .filter(column -> column.required && places.get(column) < 0)
                .map(column -> String.join(" or ", column.names))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) throw new IOException("no column " + missing);
    }

    private void add(CSVRecord line, Direction direction) {
        try {
            rows.add(RecordedRow.of(direction, column -> cell(line, column)));
        } catch (IllegalArgumentException | DateTimeException e) {
            if (senseless++ == 0) {
                String row = String.join(",", line.toList());
                firstSenseless = "row " + line.getRecordNumber() + ", " + e.getMessage() + ": "
                        + row.substring(0, Math.min(row.length(), LONGEST_SHOWN));
            }
        }
    }

    private String cell(CSVRecord line, RecordedColumn column) {
        int place = places.get(column);
        String cell = place < 0 || place >= line.size() ? "" : line.get(place).strip();
        return NOTHING.contains(cell) ? "" : cell;
    }
}
