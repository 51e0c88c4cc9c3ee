package dev.flightboard.fanout;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** Makes blocks of deflate (RFC 1951) that end on a byte and refer to nothing but the text before them. Used by one thread. */
final class BlockCompressor implements AutoCloseable {

    // A stored block has a length of 16 bits (RFC 1951, 3.2.4).
    private static final int MAX_STORED = 0xffff;

    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final byte[] buffer = new byte[8 * 1024];

    byte[] compress(byte[] text) {
        deflater.reset();
        return compressed(text);
    }

    /** For a reader that was just sent the last {@code history} bytes of the common text. */
    byte[] compress(byte[] text, CommonText before, int history) {
        deflater.reset();
        if (history > 0) deflater.setDictionary(before.buffer(), before.start(history), history);
        return compressed(text);
    }

    private byte[] compressed(byte[] text) {
        ByteArrayOutputStream blocks = new ByteArrayOutputStream(text.length / 4 + 64);
        deflater.setInput(text);
        // Where the buffer was filled there may be more; where it was not, the flush is complete.
        int length;
        do {
            length = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
            blocks.write(buffer, 0, length);
        } while (length == buffer.length);
        return blocks.toByteArray();
    }

    /** The text as it is, in blocks that are not compressed. */
    static byte[] stored(byte[] text) {
        ByteArrayOutputStream blocks = new ByteArrayOutputStream(text.length + 16);
        for (int from = 0; from < text.length; from += MAX_STORED) {
            int length = Math.min(MAX_STORED, text.length - from);
            blocks.write(0);
            blocks.write(length);
            blocks.write(length >> 8);
            blocks.write(~length);
            blocks.write(~length >> 8);
            blocks.write(text, from, length);
        }
        return blocks.toByteArray();
    }

    @Override
    public void close() {
        deflater.end();
    }
}
