package dev.flightboard.record;

import dev.flightboard.flight.FlightState;
import java.util.Locale;

/**
 * Cleans texts that others wrote, so that they can be shown, searched and filtered by. Most texts are clean already: each
 * method first checks that, and then returns the text itself, without a copy.
 */
final class Texts {

    private Texts() {}

    /**
     * Takes off blanks of any script at both ends, and takes out characters that cannot be seen: control characters, half
     * surrogate pairs, and marks that change the direction of the text around them. A line end inside becomes a blank.
     */
    static String clean(String text) {
        int length = text.length();
        if (length == 0) return text;
        if (text.charAt(0) == ' ' || text.charAt(length - 1) == ' ') return cleaned(text);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean ordinary = c < 0x7f ? c >= ' ' : c >= 0xc0 && Character.isLetter(c) && !isEmptyLetter(c);
            if (!ordinary) return cleaned(text);
        }
        return text;
    }

    private static String cleaned(String text) {
        StringBuilder cleaned = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (isBreak(point)) cleaned.append(' ');
            else if (isShown(point)) cleaned.appendCodePoint(point);
        });
        int start = 0;
        int end = cleaned.length();
        while (start < end && isBlank(cleaned.charAt(start))) start++;
        while (start < end && isBlank(cleaned.charAt(end - 1))) end--;
        return cleaned.substring(start, end);
    }

    private static boolean isBreak(int point) {
        return point == 0x85 || point == 0x2028 || point == 0x2029 || point < ' ' && Character.isWhitespace(point);
    }

    private static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE -> false;
            // The two joiners stay: the spelling of some names needs them, and so do pictures.
            case Character.FORMAT -> isJoiner(point);
            default -> true;
        };
    }

    private static boolean isJoiner(int point) {
        return point == 0x200c || point == 0x200d;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || isJoiner(c) || isEmptyLetter(c);
    }

    /** Letters and symbols that have no visible form. */
    private static boolean isEmptyLetter(char c) {
        return c == 0x115f || c == 0x1160 || c == 0x2800 || c == 0x3164 || c == 0xffa0;
    }

    /** Cuts a text to the length that is allowed; an ellipsis shows that it was cut. */
    static String cut(String text) {
        if (text.length() <= FlightState.MAX_TEXT_LENGTH) return text;
        int end = FlightState.MAX_TEXT_LENGTH - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) end--;
        return text.substring(0, end) + "…";
    }

    /** A flight's designator as filters and searches expect it: {@code FR7157} for {@code fr 7157}. Takes a cleaned text. */
    static String designator(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c > 'Z' && c != '_') return upperWithoutBlanks(text);
        }
        return text;
    }

    private static String upperWithoutBlanks(String text) {
        StringBuilder designator = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) if (!isBlank(text.charAt(i))) designator.append(text.charAt(i));
        return designator.toString().toUpperCase(Locale.ROOT);
    }

    /** The text of a number without decimals that say nothing: whoever wrote {@code 2.0} meant 2. */
    static String number(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) return text;
        for (int i = dot + 1; i < text.length(); i++) if (text.charAt(i) != '0') return text;
        return text.substring(0, dot);
    }
}
