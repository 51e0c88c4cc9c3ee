package dev.flightboard.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Bytes read as UTF-8.
 *
 * @param malformed whether some were none: U+FFFD stands in the text for them
 */
record Utf8(String text, boolean malformed) {

    private static final char REPLACEMENT = '\ufffd';
    private static final char BYTE_ORDER_MARK = '\ufeff';

    static Utf8 of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        // Mostly it is not there at all; where it is, it may have been sent so.
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
