package dev.flightboard.record;

import static java.nio.charset.StandardCharsets.UTF_8;

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
        byte[] json = prefixed ? SchemaPrefix.cut(value, SchemaPrefix.BEGINS_VALUES) : value;
        if (json == null) throw Envelope.invalid(SchemaPrefix.NO_JSON);
        Utf8 text = Utf8.of(json);
        boolean cloudEvent = format != Format.PLAIN && isCloudEvent(headers);
        boolean met = switch (format) {
            case AUTO, PLAIN -> true;
            case SCHEMA_REGISTRY -> prefixed;
            case CLOUDEVENTS -> cloudEvent;
            case CONNECT, DEBEZIUM -> false;
        };
        return new Unwrapping(this, text, met).read(id);
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
