package dev.flightboard.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;

/** How JSON of other hands is read: token by token, so that no depth of it needs a stack. */
final class Json {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            // The size of a value bounds all that is in it; what is nested is passed over without recursion.
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            // Python writes NaN for what is missing.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            // Names that were made to collide are slow to find, and still names.
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .build();

    private Json() {}

    static JsonParser parser(String text) throws IOException {
        return FACTORY.createParser(text);
    }

    /** The JSON that stands here, to its end; of a text its content. */
    static String part(JsonParser parser, String text) throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        JsonToken token = parser.currentToken();
        if (token == null) return "";
        if (!token.isStructStart()) return parser.getText();
        parser.skipChildren();
        return text.substring(start, (int) parser.currentLocation().getCharOffset());
    }
}
