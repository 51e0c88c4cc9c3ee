package dev.flightboard.http;

import dev.flightboard.fanout.Chunk;
import dev.flightboard.fanout.Deflated;
import dev.flightboard.fanout.Frame;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One browser's gzip stream (RFC 1952), put together from frames that were compressed for all. It compresses nothing. It
 * remembers how much of the view's common text this browser was sent last, and the checksum of all that it was sent.
 */
final class GzipCoding implements StreamCoding {

    /** Deflate, no flags, no time, no level, from an unknown system. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    /** An empty stored block. */
    private static final Chunk NOTHING = Chunk.of(new byte[] {0, 0, 0, -1, -1});

    /** An empty last block, of fixed codes. */
    private static final byte[] LAST_BLOCK = {3, 0};

    private long commonEnd;
    private int common;
    private int crc;
    private int length;

    @Override
    public Chunk begin(byte[] text) {
        Deflated first = Deflated.alone(text);
        count(first);
        return Chunk.of(HEADER, first.form(0).bytes());
    }

    @Override
    public Chunk encode(Frame frame) {
        Deflated text = frame.deflated();
        // It was sent something else since, or missed something: its decoder does not have the common text.
        if (!text.isCommon() || text.from() != commonEnd) common = 0;
        Chunk form = text.form(common);
        count(text);
        if (text.isCommon()) {
            commonEnd = text.end();
            common = Math.min(common + text.length(), Deflated.WINDOW);
            text.want(common);
        }
        return form;
    }

    private void count(Deflated text) {
        crc = text.crcAppendedTo(crc);
        length += text.length();
    }

    @Override
    public Chunk nothing() {
        return NOTHING;
    }

    @Override
    public Chunk end() {
        ByteBuffer sums = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        // The trailer has the length modulo 2^32, so the int may overflow.
        sums.putInt(crc).putInt(length);
        return Chunk.of(LAST_BLOCK, sums.array());
    }
}
