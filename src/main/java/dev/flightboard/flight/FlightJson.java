package dev.flightboard.flight;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonpCharacterEscapes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A flight's state as a JSON object on one line, the same in the topic and in every answer; absent fields are left out. */
public final class FlightJson {

    // U+2028 and U+2029 end a line for some clients, though not in JSON: they travel escaped.
    private static final JsonFactory JSON = new JsonFactory().setCharacterEscapes(JsonpCharacterEscapes.instance());

    // A state with every field has about 300 bytes; most have fewer.
    private static final int USUAL_SIZE = 320;

    private FlightJson() {}

    /** As browsers get it. */
    public static byte[] withId(FlightState flight) {
        return json(flight, flight.id());
    }

    /** As the value of a record, whose key is the id. */
    public static byte[] withoutId(FlightState flight) {
        return json(flight, null);
    }

    private static byte[] json(FlightState flight, String id) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            text(json, "id", id);
            text(json, "flight", flight.flight());
            text(json, "direction", flight.direction());
            text(json, "origin", flight.origin());
            text(json, "destination", flight.destination());
            list(json, "via", flight.via());
            text(json, "arrival", flight.arrival());
            text(json, "departure", flight.departure());
            text(json, "state", flight.state());
            text(json, "scheduled", flight.scheduled());
            text(json, "estimated", flight.estimated());
            text(json, "actual", flight.actual());
            text(json, "airline", flight.airline());
            text(json, "terminal", flight.terminal());
            text(json, "gate", flight.gate());
            text(json, "belt", flight.belt());
            text(json, "desks", flight.desks());
            text(json, "remark", flight.remark());
            list(json, "codeshares", flight.codeshares());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void text(JsonGenerator json, String field, Object value) throws IOException {
        if (value != null) json.writeStringField(field, value.toString());
    }

    private static void list(JsonGenerator json, String field, List<String> texts) throws IOException {
        if (texts.isEmpty()) return;
        json.writeArrayFieldStart(field);
        for (String text : texts) json.writeString(text);
        json.writeEndArray();
    }
}
