package dev.flightboard.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/** The events of a board as lines: for people, in columns and colours, or for programs, as JSON. Used by one thread. */
final class BoardLines {

    private static final JsonFactory JSON = new JsonFactory();

    private final PrintWriter out;

    /** Null where only states are written. */
    private final PrintWriter notes;

    private final Map<String, String> flights = new HashMap<>();

    private BoardLines(PrintWriter out, PrintWriter notes) {
        this.out = out;
        this.notes = notes;
    }

    static BoardLines json(PrintWriter out) {
        return new BoardLines(out, null);
    }

    static BoardLines text(PrintWriter out, PrintWriter notes) {
        return new BoardLines(out, notes);
    }

    /** Whether somebody still takes the lines. */
    boolean isRead() {
        return !out.checkError();
    }

    void note(String what) {
        (notes == null ? new PrintWriter(System.err, true) : notes).println("flightboard: " + what);
    }

    void add(String event, String data) throws IOException {
        Map<String, String> fields = fields(data);
        switch (event) {
            case "" -> state(fields, data);
            case "removed" -> removed(fields, data);
            case "stale" -> note("the board may be out of date since " + clean(fields.get("since")));
            default -> {
                // Not worth a line: a reset is followed by all flights, and live says that all is well.
            }
        }
    }

    private void state(Map<String, String> fields, String data) {
        if (notes == null) {
            out.println(data);
        } else {
            flights.put(fields.get("id"), fields.get("flight"));
            boolean departs = "departure".equals(fields.get("direction"));
            tell(
                    fields.get("flight"),
                    fields.get(departs ? "departure" : "arrival"),
                    departs && fields.get("destination") != null
                            ? "to " + fields.get("destination")
                            : fields.get("origin"),
                    fields.get("state"),
                    fields.get("gate"));
        }
    }

    private void removed(Map<String, String> fields, String data) {
        if (notes == null) {
            out.println(data.substring(0, data.lastIndexOf('}')) + ",\"state\":\"removed\"}");
        } else {
            String flight = flights.remove(fields.get("id"));
            // A flight that was never shown has not left either.
            if (flight != null) tell(flight, "", "", "removed", "");
        }
    }

    private void tell(String flight, String arrival, String origin, String state, String gate) {
        String line = String.format(
                Locale.ROOT,
                "%s  %-8s %-5s %-22s ",
                LocalTime.now().truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_LOCAL_TIME),
                clean(flight),
                clean(arrival),
                clean(origin));
        out.println(line + Ansi.AUTO.string("@|" + colour(state) + " " + clean(state) + "|@") + " " + clean(gate));
    }

    private static String colour(String state) {
        return switch (state == null ? "" : state) {
            case "landing", "landed" -> "bold,green";
            case "arrived", "bags", "boarding" -> "green";
            case "final-call", "gate-closed" -> "bold,yellow";
            case "cancelled", "diverted" -> "bold,red";
            case "removed", "closed" -> "faint";
            default -> "default";
        };
    }

    /** Takes out control characters: what a board sends must not control or colour the terminal. */
    private static String clean(String text) {
        return text == null ? "" : text.replaceAll("[\\p{Cntrl}\\p{Cf}@|]", "");
    }

    private static Map<String, String> fields(String data) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = JSON.createParser(data)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) throw new IOException("no stream of a board");
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                if (parser.nextToken().isScalarValue()) fields.put(name, parser.getText());
                else parser.skipChildren();
            }
        }
        return fields;
    }
}
