package dev.flightboard.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.flightboard.record.Bent.How;
import dev.flightboard.record.Rejection.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes one envelope after the other off a value, until it finds a flight's fields. An object that has both required fields
 * counts as plain, whatever else it has, so plain records cost nothing more. Used once, by one thread.
 */
final class Unwrapping {

    // A prefix, Connect, a CloudEvent, Debezium and JSON in a string, each inside the one before: more than
    // was ever seen.
    private static final int MAX_LAYERS = 5;

    // How many characters around the error are shown where JSON is wrong.
    private static final int CONTEXT = 20;

    private final RecordValue value;
    private final List<Bent> bent = new ArrayList<>();
    private boolean malformed;
    private String content;
    private boolean met;

    /** @param met whether the envelope that the setting names was already found */
    Unwrapping(RecordValue value, Utf8 text, boolean met) {
        this.value = value;
        this.malformed = text.malformed();
        this.content = text.text();
        this.met = met;
    }

    Reading read(String id) throws Rejection {
        try {
            return layers(id);
        } catch (Rejection rejection) {
            if (!malformed) throw rejection;
            throw new Rejection(Reason.VALUE_NOT_UTF8, "malformed UTF-8; " + rejection.getMessage());
        }
    }

    private Reading layers(String id) throws Rejection {
        for (int layer = 0; layer < MAX_LAYERS; layer++) {
            Reading reading = layer(id);
            if (reading != null) return reading;
        }
        throw Envelope.invalid("more than " + MAX_LAYERS + " envelopes around each other");
    }

    /** The fields of a flight; null if it was an envelope, whose content is read next. */
    private Reading layer(String id) throws Rejection {
        try (JsonParser parser = Json.parser(content)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) return object(id, parser);
            boolean text = first == JsonToken.VALUE_STRING && value.format != Format.PLAIN;
            if (first != JsonToken.VALUE_NULL && !text) throw notJson("no JSON object: " + Excerpt.of(content));
            String inner = parser.getText();
            end(parser);
            if (!text) return Reading.REMOVAL;
            // JSON was encoded twice, as happens when a text is given to a library that expects an object.
            bent.add(new Bent("value", How.CHANGED, content));
            content = inner;
            return null;
        } catch (JsonEOFException tooEarly) {
            throw notJson("the JSON ends too early: " + Excerpt.of(around(content.length())));
        } catch (JsonProcessingException wrong) {
            int at = wrong.getLocation() == null ? 0 : (int) wrong.getLocation().getCharOffset();
            throw notJson("not JSON at character " + at + ": " + Excerpt.of(around(at)));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Reading object(String id, JsonParser parser) throws IOException, Rejection {
        FlightFields fields = new FlightFields(parser, new JsonValue(parser, content, malformed), value.times, bent);
        fields.read(value.names);
        end(parser);
        if (value.format == Format.PLAIN || fields.isComplete() && met) return new Reading(fields.state(id), bent);
        Envelope envelope = Envelope.of(content, fields.isEmpty());
        if (envelope == null) {
            if (!met) throw Envelope.invalid("the value is not in the format that is set, " + value.format);
            return new Reading(fields.state(id), bent);
        }
        met |= envelope.format() == value.format;
        if (envelope.content() == null) return Reading.REMOVAL;
        content = envelope.content().text();
        malformed |= envelope.content().malformed();
        bent.clear();
        return null;
    }

    private void end(JsonParser parser) throws IOException, Rejection {
        if (parser.nextToken() == null) return;
        int at = (int) parser.currentTokenLocation().getCharOffset();
        throw notJson("something follows the JSON: " + Excerpt.of(content.substring(at)));
    }

    private String around(int at) {
        int from = Math.max(0, Math.min(at, content.length()) - CONTEXT);
        return content.substring(from, Math.min(content.length(), at + CONTEXT));
    }

    private static Rejection notJson(String detail) {
        return new Rejection(Reason.VALUE_NOT_JSON, detail);
    }
}
