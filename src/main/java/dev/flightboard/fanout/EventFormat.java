package dev.flightboard.fanout;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonpCharacterEscapes;
import dev.flightboard.board.Change;
import dev.flightboard.board.Cursor;
import dev.flightboard.flight.FlightJson;
import dev.flightboard.flight.FlightState;
import dev.flightboard.flight.Replay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Writes events as WHATWG's server-sent events: each has one {@code data} line of JSON, in which there is no line end.
 */
public final class EventFormat {

    // U+2028 and U+2029 end a line for some clients, although not in JSON: they are escaped.
    private static final JsonFactory JSON = new JsonFactory().setCharacterEscapes(JsonpCharacterEscapes.instance());
    private static final byte[] DATA = ascii("data: ");
    private static final byte[] REMOVED = ascii("event: removed\ndata: ");
    // It has an id, which takes the place of the last cursor: a browser that is cut before it has the whole board must
    // not come back with that cursor.
    private static final byte[] RESET = ascii("id: " + Cursor.NOTHING + "\nevent: reset\ndata: {}\n\n");
    private static final byte[] END = ascii("\n\n");

    private EventFormat() {}

    static byte[] change(Change change) {
        return change.removed() ? removed(change.id()) : event(DATA, state(change.state()));
    }

    static byte[] removed(String id) {
        return event(REMOVED, json(json -> json.writeStringField("id", id)));
    }

    static byte[] reset() {
        return RESET;
    }

    /** @param replay the day that is shown; null where it is the present */
    static byte[] live(int flights, Instant at, String timeZone, Replay replay) {
        return event(ascii("event: live\ndata: "), json(json -> {
            json.writeNumberField("flights", flights);
            json.writeStringField("at", millis(at));
            clock(json, timeZone, replay);
        }));
    }

    /** @param replay the day that is shown; null where it is the present */
    static byte[] stale(Instant since, String timeZone, Replay replay) {
        return event(ascii("event: stale\ndata: "), json(json -> {
            json.writeStringField("since", millis(since));
            clock(json, timeZone, replay);
        }));
    }

    /** Without it no time of a flight can be shown. */
    private static void clock(JsonGenerator json, String timeZone, Replay replay) throws IOException {
        json.writeStringField("timeZone", timeZone);
        if (replay != null) replay(json, replay);
    }

    private static void replay(JsonGenerator json, Replay replay) throws IOException {
        json.writeObjectFieldStart("replay");
        json.writeStringField("began", millis(replay.began()));
        json.writeStringField("from", millis(replay.from()));
        json.writeStringField("until", millis(replay.until()));
        json.writeNumberField("speed", replay.speed());
        json.writeEndObject();
    }

    static byte[] id(String cursor) {
        return ascii("id: " + cursor + "\n");
    }

    public static byte[] retry(long millis) {
        return ascii("retry: " + millis + "\n\n");
    }

    /** The whole state of one flight as a JSON object; absent fields are left out. */
    public static byte[] state(FlightState flight) {
        return FlightJson.withId(flight);
    }

    private static String millis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private interface Fields {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private static byte[] json(Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            fields.writeTo(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] event(byte[] start, byte[] data) {
        byte[] event = new byte[start.length + data.length + END.length];
        System.arraycopy(start, 0, event, 0, start.length);
        System.arraycopy(data, 0, event, start.length, data.length);
        System.arraycopy(END, 0, event, start.length + data.length, END.length);
        return event;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
