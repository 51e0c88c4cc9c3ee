package dev.flightboard.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import dev.flightboard.record.Rejection.Reason;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Reads a record's value: of what stands before and beside it, then as text. Any thread. */
final class RecordValue {

    final JsonFactory json;
    final Format format;
    final FieldNames names;
    final Times times;

    RecordValue(JsonFactory json, Format format, FieldNames names, Times times) {
        this.json = json;
        this.format = format;
        this.names = names;
        this.times = times;
    }

    Reading read(String id, byte[] value, Headers headers) throws Rejection {
        boolean prefixed = format != Format.PLAIN && SchemaPrefix.isBefore(value);
        Utf8 text = Utf8.of(prefixed ? SchemaPrefix.cut(value, Reason.ENVELOPE_INVALID) : value);
        boolean cloudEvent = format != Format.PLAIN && isCloudEvent(headers);
        boolean met = switch (format) {
            case AUTO, PLAIN -> true;
            case SCHEMA_REGISTRY -> prefixed;
            case CLOUDEVENTS -> cloudEvent;
            case CONNECT, DEBEZIUM -> false;
        };
        try {
            return new Unwrapping(this, text, met).read(id);
        } catch (Rejection rejection) {
            if (!text.malformed()) throw rejection;
            throw new Rejection(Reason.VALUE_NOT_UTF8, "malformed UTF-8; " + rejection.getMessage());
        }
    }

    /** Whether it is a binary one, whose headers hold all but the value. */
    private static boolean isCloudEvent(Headers headers) throws Rejection {
        String version = text(headers.lastHeader("ce_specversion"));
        if (version == null) return false;
        Envelope.checkVersion(version);
        String type = text(headers.lastHeader("content-type"));
        if (type != null) Envelope.checkType(type);
        return true;
    }

    private static String text(Header header) {
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
