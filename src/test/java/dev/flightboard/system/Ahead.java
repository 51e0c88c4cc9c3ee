package dev.flightboard.system;

import java.util.Base64;

/** Cursors from a replica that has read further than the one asked. */
final class Ahead {

    private Ahead() {}

    /** By one record of the last partition, of which fewer than 127 are there: its offset is the last byte. */
    static String of(String cursor) {
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);
        bytes[bytes.length - 1]++;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
