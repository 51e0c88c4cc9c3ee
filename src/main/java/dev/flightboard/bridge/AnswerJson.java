package dev.flightboard.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;

/** The JSON of an API's answers, whose entries are written as they were read. */
final class AnswerJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // Each number is handed on as it was written: 10.0 not as 1E+1, and NaN not as a text.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .build();

    private AnswerJson() {}

    static JsonNode parse(String body) throws PollFailed {
        try {
            JsonNode answer = JSON.readTree(body);
            if (answer.isMissingNode()) throw new PollFailed("an empty answer");
            return answer;
        } catch (JsonProcessingException cut) {
            long at = cut.getLocation() == null ? 0 : cut.getLocation().getCharOffset();
            String well = body.substring(0, (int) Math.max(0, Math.min(at, body.length())));
            throw new PollFailed("no JSON from byte " + size(well) + " of " + size(body) + " on");
        }
    }

    /** It as JSON. */
    static String text(JsonNode entry) {
        try {
            return JSON.writeValueAsString(entry);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static int size(String text) {
        return text.getBytes(UTF_8).length;
    }
}
