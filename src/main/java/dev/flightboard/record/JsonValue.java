package dev.flightboard.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the value of one field after the other, of any JSON type, as the texts in it. Anything nested deeper than the entries
 * of a list is skipped. Used by one thread.
 */
final class JsonValue {

    enum Kind {
        NULL,
        STRING,
        NUMBER,
        BOOLEAN,
        LIST,
        OBJECT
    }

    // More entries than a flight has of anything; the rest of a longer list is skipped.
    private static final int MAX_ENTRIES = 64;

    // How much of a list or an object is kept for the log and for reasons, which show less.
    private static final int MAX_GIVEN = 200;

    private final JsonParser parser;
    private final String source;
    private final boolean malformed;
    private final List<String> entries = new ArrayList<>();
    private Kind kind;
    private String given;
    private boolean whole;
    private boolean plain;

    /**
     * @param source the text that the parser reads
     * @param malformed whether some of its characters stand for bytes that were not UTF-8
     */
    JsonValue(JsonParser parser, String source, boolean malformed) {
        this.parser = parser;
        this.source = source;
        this.malformed = malformed;
    }

    /** Reads the value at which the parser stands, to its end. */
    void read() throws IOException {
        entries.clear();
        whole = true;
        plain = true;
        kind = kind(parser.currentToken());
        switch (kind) {
            case LIST -> given = list();
            case OBJECT -> given = object();
            default -> {
                given = parser.getText();
                add();
            }
        }
    }

    private static Kind kind(JsonToken token) {
        return switch (token) {
            case VALUE_NULL -> Kind.NULL;
            case VALUE_STRING -> Kind.STRING;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Kind.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> Kind.BOOLEAN;
            case START_ARRAY -> Kind.LIST;
            default -> Kind.OBJECT;
        };
    }

    private String list() throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) break;
            add();
            parser.skipChildren();
        }
        return excerpt(start);
    }

    private String object() throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        whole = false;
        parser.skipChildren();
        return excerpt(start);
    }

    private String excerpt(int start) {
        int end = (int) parser.currentLocation().getCharOffset();
        return source.substring(start, Math.min(end, start + MAX_GIVEN));
    }

    private void add() throws IOException {
        String text = usable(parser.currentToken());
        if (text == null || entries.size() == MAX_ENTRIES) whole = false;
        else if (!text.isEmpty()) entries.add(text);
        plain &= parser.currentToken() == JsonToken.VALUE_STRING
                && parser.getText().equals(text);
    }

    /** The text at the parser's place; empty if it is blank, null if it cannot be used. */
    private String usable(JsonToken token) throws IOException {
        return switch (kind(token)) {
            case NULL -> "";
            case STRING -> {
                String text = parser.getText();
                yield malformed && text.indexOf('\ufffd') >= 0 ? null : Texts.clean(text);
            }
            case NUMBER -> parser.isNaN() ? null : Texts.number(parser.getText());
            // PHP and Odoo write false where there is no text.
            case BOOLEAN -> token == JsonToken.VALUE_TRUE ? parser.getText() : null;
            case LIST, OBJECT -> null;
        };
    }

    Kind kind() {
        return kind;
    }

    /** The value as it was given; of a list or an object only the beginning. */
    String given() {
        return given;
    }

    /** The texts in it, cleaned; a list may have several. */
    List<String> entries() {
        return entries;
    }

    /** Whether it holds only texts, and none of them had to be cleaned. */
    boolean isPlain() {
        return plain;
    }

    boolean isPlainText() {
        return plain && kind == Kind.STRING;
    }

    /** Whether nothing of it was skipped. */
    boolean isWhole() {
        return whole;
    }

    /** All the texts joined into one; empty if there are none. */
    String text() {
        return entries.size() == 1 ? entries.get(0) : String.join(", ", entries);
    }
}
