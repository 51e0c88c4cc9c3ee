package dev.flightboard.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.flightboard.feed.Rejection.Reason;
import dev.flightboard.flight.FlightState;
import dev.flightboard.flight.InvalidFlightState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Reads a record's key and value, strictly: what it returns is a valid flight state, what it cannot read is a {@link Rejection}. */
final class RecordReader {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final JsonFactory json = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final ZoneId timeZone;
    private final int maxValueBytes;

    /** @param timeZone in which {@code arrival} is derived from {@code scheduled} where it is absent */
    RecordReader(ZoneId timeZone, int maxValueBytes) {
        this.timeZone = timeZone;
        this.maxValueBytes = maxValueBytes;
    }

    String id(byte[] key) throws Rejection {
        if (key == null || key.length == 0) throw new Rejection(Reason.KEY_MISSING, "the record has no key");
        String id = utf8(key, Reason.KEY_NOT_UTF8);
        try {
            FlightState.checkId(id);
        } catch (InvalidFlightState invalid) {
            throw new Rejection(Reason.KEY_INVALID, invalid.getMessage());
        }
        return id;
    }

    FlightState state(String id, byte[] value) throws Rejection {
        if (value.length > maxValueBytes) {
            throw new Rejection(
                    Reason.VALUE_TOO_LARGE, value.length + " bytes, of which " + maxValueBytes + " are allowed");
        }
        String text = utf8(value, Reason.VALUE_NOT_UTF8);
        try (JsonParser parser = json.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Rejection(Reason.VALUE_NOT_JSON, "the value is not a JSON object");
            }
            FlightState state = object(id, parser);
            if (parser.nextToken() != null) {
                throw new Rejection(Reason.VALUE_NOT_JSON, "something follows the JSON object");
            }
            return state;
        } catch (InvalidFlightState invalid) {
            throw new Rejection(Reason.FIELD_INVALID, invalid.getMessage());
        } catch (JsonProcessingException notJson) {
            // The location tells where; the parser's own text would repeat the content.
            long at = notJson.getLocation() == null ? -1 : notJson.getLocation().getCharOffset();
            throw new Rejection(Reason.VALUE_NOT_JSON, "not JSON at character " + at);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private FlightState object(String id, JsonParser parser) throws IOException {
        String flight = null, state = null, origin = null, arrival = null;
        String airline = null, terminal = null, gate = null, belt = null;
        Instant scheduled = null, estimated = null, actual = null;
        List<String> codeshares = List.of();
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            parser.nextToken();
            switch (field) {
                case "flight" -> flight = text(field, parser);
                case "state" -> state = text(field, parser);
                case "origin" -> origin = text(field, parser);
                case "scheduled" -> scheduled = instant(field, parser);
                case "estimated" -> estimated = instant(field, parser);
                case "actual" -> actual = instant(field, parser);
                case "arrival" -> arrival = text(field, parser);
                case "airline" -> airline = text(field, parser);
                case "terminal" -> terminal = text(field, parser);
                case "gate" -> gate = text(field, parser);
                case "belt" -> belt = text(field, parser);
                case "codeshares" -> codeshares = texts(field, parser);
                default -> parser.skipChildren();
            }
        }
        if (arrival == null && scheduled != null) arrival = CLOCK.format(scheduled.atZone(timeZone));
        return new FlightState(
                id,
                flight,
                state,
                origin,
                scheduled,
                estimated,
                actual,
                arrival,
                airline,
                terminal,
                gate,
                belt,
                codeshares);
    }

    private static String text(String field, JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) return null;
        if (parser.currentToken() != JsonToken.VALUE_STRING) throw new InvalidFlightState(field, "is not a string");
        String text = parser.getText();
        // Many producers write a blank for what they do not know.
        return text.isEmpty() ? null : text;
    }

    private static Instant instant(String field, JsonParser parser) throws IOException {
        String text = text(field, parser);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException notATime) {
            throw new InvalidFlightState(field, "is not an ISO-8601 UTC instant such as 2026-01-31T10:10:00Z");
        }
    }

    private static List<String> texts(String field, JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) return List.of();
        if (parser.currentToken() != JsonToken.START_ARRAY) throw new InvalidFlightState(field, "is not an array");
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String text = text(field, parser);
            if (text == null) throw new InvalidFlightState(field, "holds a null");
            texts.add(text);
        }
        return texts;
    }

    private static String utf8(byte[] bytes, Reason reason) throws Rejection {
        try {
            // A new decoder reports malformed input, where new String() would put U+FFFD in its place.
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new Rejection(reason, "malformed UTF-8");
        }
    }
}
