package dev.flightboard.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads what a stream's coding has written, byte by byte as it comes, as a browser does: strictly. */
final class StreamDecoder {

    private static final int HEADER = 10;
    private static final int SUMS = 8;

    private final boolean compressed;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final ByteArrayOutputStream sums = new ByteArrayOutputStream();
    private int header;
    private long length;

    StreamDecoder(boolean compressed) {
        this.compressed = compressed;
    }

    /** The text that these bytes complete. */
    byte[] decode(byte[] bytes) {
        if (!compressed) return bytes;
        int skipped = Math.min(HEADER - header, bytes.length);
        header += skipped;
        try {
            return inflate(bytes, skipped);
        } catch (DataFormatException notDeflate) {
            throw new AssertionError(notDeflate);
        }
    }

    private byte[] inflate(byte[] bytes, int from) throws DataFormatException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        int at = from;
        if (!inflater.finished()) {
            inflater.setInput(bytes, from, bytes.length - from);
            for (int count = inflater.inflate(buffer); count > 0; count = inflater.inflate(buffer)) {
                text.write(buffer, 0, count);
            }
            if (inflater.needsDictionary()) throw new AssertionError("a dictionary is asked for");
            at = bytes.length - inflater.getRemaining();
        }
        if (inflater.finished()) sums.write(bytes, at, bytes.length - at);
        crc.update(text.toByteArray());
        length += text.size();
        return text.toByteArray();
    }

    /** Throws unless the stream has come to its end, with the right sums. */
    void checkEnd() {
        if (!compressed) return;
        if (!inflater.finished() || sums.size() != SUMS) throw new AssertionError("the stream has no end");
        ByteBuffer given = ByteBuffer.wrap(sums.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        if (given.getInt() != (int) crc.getValue()) throw new AssertionError("the checksum is not that of the text");
        if (given.getInt() != (int) length) throw new AssertionError("the length is not that of the text");
    }

    /** Frees what is outside the heap. */
    void close() {
        inflater.end();
    }
}
