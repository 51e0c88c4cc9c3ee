package dev.flightboard.fanout;

/** What all who keep up with a view have been sent last: as much of it as a decoder remembers. Owned by the hub's thread. */
final class CommonText {

    /** The window of deflate (RFC 1951). */
    static final int WINDOW = 32 * 1024;

    private final byte[] bytes = new byte[2 * WINDOW];
    private int held;
    private long end;

    /** How much there was of it in all. */
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

    /** How much of it is at hand. */
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
