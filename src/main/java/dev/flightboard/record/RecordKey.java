package dev.flightboard.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.flightboard.flight.FlightState;
import dev.flightboard.flight.InvalidFlightState;
import dev.flightboard.record.Rejection.Reason;
import java.io.IOException;

/**
 * Reads the id of a flight from a record's key. The text is taken as it is, because a removal must have exactly the same key;
 * only what converters put around every key is taken off.
 */
final class RecordKey {

    private final boolean unwraps;

    RecordKey(Format format) {
        this.unwraps = format != Format.PLAIN;
    }

    String id(byte[] key) throws Rejection {
        if (key == null || key.length == 0) throw new Rejection(Reason.KEY_MISSING, "the record has no key");
        boolean prefixed = unwraps && SchemaPrefix.isBefore(key);
        Utf8 text = prefixed ? behindPrefix(key) : Utf8.of(key);
        if (text.malformed()) throw new Rejection(Reason.KEY_NOT_UTF8, "malformed UTF-8: " + Excerpt.of(text.text()));
        String id = unwraps ? unwrapped(text.text(), prefixed) : text.text();
        try {
            FlightState.checkId(id);
        } catch (InvalidFlightState invalid) {
            throw new Rejection(Reason.KEY_INVALID, invalid.getMessage() + ": " + Excerpt.of(id));
        }
        return id;
    }

    /** Only JSON: a text that Avro or Protobuf wrote, with its length before it, may look like the beginning of JSON. */
    private static Utf8 behindPrefix(byte[] key) throws Rejection {
        byte[] json = SchemaPrefix.cut(key, SchemaPrefix.BEGINS_KEYS);
        Utf8 text = json == null ? null : Utf8.of(json);
        if (text != null && Json.isWhole(text.text())) return text;
        boolean number = key.length == Integer.BYTES || key.length == Long.BYTES;
        throw new Rejection(
                Reason.KEY_INVALID,
                number ? "a binary number of " + key.length + " bytes: send it as text" : SchemaPrefix.NO_JSON);
    }

    private String unwrapped(String text, boolean prefixed) throws Rejection {
        boolean connect = text.startsWith("{\"schema\"") || text.startsWith("{\"payload\"");
        if (!connect && !prefixed) return text;
        try {
            Envelope envelope = connect ? Envelope.of(text, false) : null;
            if (envelope == null) return onlyText(text);
            if (envelope.content() == null) throw new Rejection(Reason.KEY_MISSING, "the key's payload is null");
            return onlyText(envelope.content().text());
        } catch (IOException notJson) {
            return text;
        }
    }

    /** The content of a JSON string, or of an object's only field; else the whole text. */
    private String onlyText(String text) throws IOException {
        try (JsonParser parser = Json.parser(text)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.VALUE_STRING) return parser.getText();
            if (first != JsonToken.START_OBJECT || parser.nextFieldName() == null) return text;
            JsonToken field = parser.nextToken();
            String only = parser.getText();
            return field.isScalarValue() && parser.nextToken() == JsonToken.END_OBJECT ? only : text;
        } catch (IOException notJson) {
            return text;
        }
    }
}
