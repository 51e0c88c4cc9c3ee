package dev.flightboard.system;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/** Cursors from a replica that has read further than the one asked. */
final class Ahead {

    private static final byte ONE_VIEW = 4;
    private static final int TOPIC = 6;
    private static final int TIME = 4;
    private static final int VIEW = 3;
    private static final int LEADERS = 2;

    private Ahead() {}

    /**
     * By one record of the last partition, of which fewer than 127 are there: its offset is the last byte. In the form of the
     * version before, which does not say under which leader that record was written.
     */
    static String of(String cursor) {
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);
        int leaders = 1 + TOPIC + TIME + (bytes[0] == ONE_VIEW ? VIEW : 0);
        ByteBuffer older = ByteBuffer.allocate(bytes.length + 2 - LEADERS);
        older.put((byte) (bytes[0] - 2)).putShort((short) 0).put(bytes, 1, leaders - 1);
        byte[] offsets = Arrays.copyOfRange(bytes, leaders + LEADERS, bytes.length);
        offsets[offsets.length - 1]++;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(older.put(offsets).array());
    }
}
