package dev.flightboard.fanout;

/**
 * The common text of a view: all that subscribers who keep up with it have been sent. Only its end is kept, as much as a
 * decoder remembers. Owned by the hub's thread.
 */
final class CommonText {

    /** The window of deflate (RFC 1951). */
    static final int WINDOW = 32 * 1024;

    private final byte[] bytes = new byte[2 * WINDOW];
    private int held;
    private long end;

    /** How many bytes of it there were in all. */
    long end() {
        return end;
    }

    void append(byte[] text) {
        int kept = Math.min(text.length, WINDOW);
        if (held + kept > bytes.length) {
            System.arraycopy(bytes, held - WINDOW, bytes, 0, WINDOW);
            held = WINDOW;
        }
        System.arraycopy(text, text.length - kept, bytes, held, kept);
        held += kept;
        end += text.length;
    }

    /** How many bytes of its end are kept. */
    int length() {
        return (int) Math.min(WINDOW, Math.min(end, held));
    }

    byte[] buffer() {
        return bytes;
    }

    /** Where in the buffer the last so many bytes begin. */
    int start(int last) {
        return held - last;
    }
}
