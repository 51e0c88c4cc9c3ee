package dev.flightboard.record;

import com.fasterxml.jackson.core.JsonParser;
import dev.flightboard.record.Rejection.Reason;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A JSON object around a record's value.
 *
 * @param format which kind of envelope it is
 * @param content the JSON in it; null removes the flight
 */
record Envelope(Format format, Utf8 content) {

    private static final Set<String> NAMES = Set.of(
            "schema", "payload", "before", "after", "op", "specversion", "data", "data_base64", "datacontenttype");

    /**
     * The envelope that the object is, or null if it is none. Throws a Rejection where it may be an envelope and nobody can be
     * sure, or where it holds nothing that can be read.
     *
     * @param alone whether the object has none of a flight's fields
     */
    static Envelope of(String text, boolean alone) throws IOException, Rejection {
        Map<String, String> parts = new HashMap<>();
        int fields = 0;
        try (JsonParser parser = Json.parser(text)) {
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                fields++;
                parser.nextToken();
                if (NAMES.contains(name)) parts.put(name, Json.part(parser, text));
                else parser.skipChildren();
            }
        }
        boolean connect = fields == 2 && parts.containsKey("schema") && parts.containsKey("payload");
        boolean cloudEvent = parts.containsKey("specversion");
        boolean debezium = parts.containsKey("op") && (parts.containsKey("before") || parts.containsKey("after"));
        if (cloudEvent && debezium) throw invalid("it has the fields of a CloudEvent and of Debezium");
        if (connect) return new Envelope(Format.CONNECT, content(parts.get("payload")));
        if (cloudEvent) return new Envelope(Format.CLOUDEVENTS, data(parts));
        if (debezium) return new Envelope(Format.DEBEZIUM, row(parts));
        if (alone && parts.containsKey("payload")) throw invalid("a payload, but not schema and payload alone");
        if (alone && parts.containsKey("after")) throw invalid("an after, but no op");
        return null;
    }

    private static String orNull(String json) {
        return json == null || json.equals("null") ? null : json;
    }

    private static Utf8 content(String json) {
        String given = orNull(json);
        return given == null ? null : new Utf8(given, false);
    }

    private static Utf8 row(Map<String, String> parts) throws Rejection {
        String op = parts.get("op");
        if (op.equals("d")) return null;
        if (!Set.of("c", "r", "u").contains(op))
            throw invalid("Debezium's op is " + Excerpt.of(op) + ", not c, r, u or d");
        Utf8 after = content(parts.get("after"));
        if (after == null) throw invalid("Debezium's op is " + Excerpt.of(op) + ", and after is missing");
        return after;
    }

    private static Utf8 data(Map<String, String> parts) throws Rejection {
        checkVersion(parts.get("specversion"));
        String type = orNull(parts.get("datacontenttype"));
        if (type != null) checkType(type);
        String base64 = orNull(parts.get("data_base64"));
        if (base64 != null) return decoded(base64);
        if (!parts.containsKey("data")) throw invalid("the CloudEvent has no data");
        return content(parts.get("data"));
    }

    private static Utf8 decoded(String base64) throws Rejection {
        try {
            return Utf8.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException notBase64) {
            throw invalid("the CloudEvent's data_base64 is not base 64");
        }
    }

    static void checkVersion(String version) throws Rejection {
        if (!version.startsWith("1."))
            throw invalid("the CloudEvent's specversion is " + Excerpt.of(version) + ", not 1.0");
    }

    /** Only JSON can be read; {@code application/avro} cannot. */
    static void checkType(String type) throws Rejection {
        String media = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!media.endsWith("/json") && !media.endsWith("+json")) {
            throw invalid("the CloudEvent's data is " + Excerpt.of(type) + ", not JSON");
        }
    }

    static Rejection invalid(String detail) {
        return new Rejection(Reason.ENVELOPE_INVALID, detail);
    }
}
