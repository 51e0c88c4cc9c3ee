package dev.flightboard.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * A record as tools write it on a line: {@code {"key":…,"value":…}}, kcat's {@code {"key":…,"payload":…}} or {@code
 * key|value}, whose key may be JSON, too.
 *
 * @param key null if there is none
 * @param value null removes the flight
 */
public record RecordLine(byte[] key, byte[] value) {

    /** Takes any line for a record; {@link RecordReader} says what cannot be read in it. */
    public static RecordLine parse(String text, String delimiter) {
        // A file may begin with a byte order mark.
        String line = text.startsWith("\ufeff") ? text.substring(1) : text;
        RecordLine json = line.startsWith("{") ? json(line) : null;
        if (json != null) return json;
        int end = line.indexOf(delimiter);
        return end < 0
                ? new RecordLine(null, bytes(line))
                : new RecordLine(bytes(line.substring(0, end)), bytes(line.substring(end + delimiter.length())));
    }

    /** Null if it is not one object that has a key and a value, and nothing else. */
    private static RecordLine json(String line) {
        String key = null;
        String value = null;
        boolean keyed = false;
        boolean valued = false;
        try (JsonParser parser = Json.parser(line)) {
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                boolean isNull = parser.nextToken() == JsonToken.VALUE_NULL;
                if (name.equals("key")) {
                    keyed = true;
                    key = isNull ? null : Json.part(parser, line);
                } else if (name.equals("value") || name.equals("payload")) {
                    valued = true;
                    value = isNull ? null : Json.part(parser, line);
                } else {
                    parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) return null;
        } catch (IOException notJson) {
            return null;
        }
        return keyed && valued ? new RecordLine(bytes(key), bytes(value)) : null;
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(UTF_8);
    }
}
