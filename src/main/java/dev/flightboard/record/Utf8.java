package dev.flightboard.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A text that was read from bytes as UTF-8.
 *
 * @param malformed whether some bytes were not UTF-8: the text has U+FFFD in their place
 */
public record Utf8(String text, boolean malformed) {

    private static final char REPLACEMENT = '\ufffd';
    private static final char BYTE_ORDER_MARK = '\ufeff';

    public static Utf8 of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        // Most texts have no U+FFFD. Where there is one, it may have been sent as such, so the bytes are checked.
        boolean malformed = text.indexOf(REPLACEMENT) >= 0 && !isWellFormed(bytes);
        boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        return new Utf8(marked ? text.substring(1) : text, malformed);
    }

    private static boolean isWellFormed(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
