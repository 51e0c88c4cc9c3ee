package dev.flightboard.record;

import java.util.Locale;

/** Shows foreign text in logs and reasons: quoted, bounded, and without a character that could pass for something else. */
public final class Excerpt {

    // Enough to find the value at its producer; a reason stays one line.
    private static final int MAX_LENGTH = 80;

    private Excerpt() {}

    /** As {@code "Final call"}; what is too long ends with an ellipsis after the quote. */
    public static String of(String text) {
        StringBuilder quoted = new StringBuilder(Math.min(text.length(), MAX_LENGTH) + 3).append('"');
        int at = 0;
        while (at < text.length() && quoted.length() <= MAX_LENGTH) {
            int point = text.codePointAt(at);
            append(quoted, point);
            at += Character.charCount(point);
        }
        return quoted.append(at < text.length() ? "\"…" : "\"").toString();
    }

    private static void append(StringBuilder quoted, int point) {
        if (point == '"' || point == '\\') quoted.append('\\').appendCodePoint(point);
        else if (isShown(point)) quoted.appendCodePoint(point);
        else
            for (char unit : Character.toChars(point)) quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
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
