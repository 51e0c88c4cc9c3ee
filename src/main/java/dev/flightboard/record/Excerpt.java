package dev.flightboard.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/** Shows foreign text in logs and answers: bounded, and without a character that could pass for something else. */
public final class Excerpt {

    // Enough to find the value at its producer; a reason stays one line.
    private static final int MAX_LENGTH = 80;

    private Excerpt() {}

    /** As {@code "Final call"}; what is too long ends with an ellipsis after the quote. */
    public static String of(String text) {
        StringBuilder quoted = new StringBuilder(Math.min(text.length(), MAX_LENGTH) + 3).append('"');
        boolean whole = append(quoted, text, MAX_LENGTH, true);
        return quoted.append(whole ? "\"" : "\"…").toString();
    }

    /** Without quotes around it, up to so many characters; null of null. */
    public static String of(byte[] text, int length) {
        if (text == null) return null;
        StringBuilder shown = new StringBuilder();
        // No character of UTF-8 has more than four bytes.
        boolean whole = append(shown, new String(text, 0, Math.min(text.length, 4 * length), UTF_8), length, false);
        return whole && text.length <= 4 * length
                ? shown.toString()
                : shown.append('…').toString();
    }

    private static boolean append(StringBuilder shown, String text, int length, boolean quoted) {
        int at = 0;
        while (at < text.length() && shown.length() <= length) {
            int point = text.codePointAt(at);
            append(shown, point, quoted);
            at += Character.charCount(point);
        }
        return at == text.length();
    }

    private static void append(StringBuilder shown, int point, boolean quoted) {
        if (quoted && (point == '"' || point == '\\')) shown.append('\\').appendCodePoint(point);
        else if (isShown(point)) shown.appendCodePoint(point);
        else for (char unit : Character.toChars(point)) shown.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
    }

    private static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
