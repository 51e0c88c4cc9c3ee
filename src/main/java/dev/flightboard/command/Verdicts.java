package dev.flightboard.command;

import dev.flightboard.flight.FlightState;
import dev.flightboard.record.Bent;
import dev.flightboard.record.Excerpt;
import dev.flightboard.record.Reading;
import dev.flightboard.record.RecordLine;
import dev.flightboard.record.RecordReader;
import dev.flightboard.record.Rejection;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** What becomes of one record after the other, told line by line, and how many of each. Used by one thread. */
final class Verdicts {

    private static final Headers NO_HEADERS = new RecordHeaders();

    private final RecordReader reader;
    private final String delimiter;
    private final PrintWriter out;
    private int lines;
    private int good;
    private int bent;
    private int removals;
    private int rejected;

    Verdicts(RecordReader reader, String delimiter, PrintWriter out) {
        this.reader = reader;
        this.delimiter = delimiter;
        this.out = out;
    }

    void add(String line) {
        lines++;
        if (line.isBlank()) return;
        RecordLine record = RecordLine.parse(line, delimiter);
        try {
            String id = reader.id(record.key());
            Reading reading = reader.read(id, record.value(), NO_HEADERS);
            if (reading.removes()) {
                removals++;
                tell("removed", Excerpt.of(id));
            } else if (reading.bent().isEmpty()) {
                good++;
                tell("ok", shown(reading.state()));
            } else {
                bent++;
                tell(
                        "bent",
                        shown(reading.state()) + "; "
                                + reading.bent().stream().map(Bent::toString).collect(Collectors.joining("; ")));
            }
        } catch (Rejection rejection) {
            rejected++;
            tell("rejected", rejection.reason().label() + ": " + rejection.getMessage());
        }
    }

    private void tell(String verdict, String what) {
        out.println(lines + " " + verdict + " " + what);
    }

    private static String shown(FlightState state) {
        String clock = state.departs() ? state.departure() : state.arrival();
        return Excerpt.of(state.id()) + " " + state.flight() + (clock == null ? "" : " " + clock) + " " + state.state()
                + (state.departs() ? ", a departure" : "");
    }

    String summary() {
        return good + " ok, " + bent + " bent, " + removals + " removed, " + rejected + " rejected";
    }

    int bent() {
        return bent;
    }

    int rejected() {
        return rejected;
    }
}
