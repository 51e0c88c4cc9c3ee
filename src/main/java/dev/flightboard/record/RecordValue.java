package dev.flightboard.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flightboard.record.Rejection.Reason;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Reads a record's value: takes off a schema's prefix, looks at CloudEvents headers, then reads the rest as text. Any thread. */
final class RecordValue {

    final Format format;
    final FieldNames names;
    final Times times;

    RecordValue(Format format, FieldNames names, Times times) {
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

    /** Whether it is a binary CloudEvent: its headers hold everything but the value. */
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
