package dev.flightboard.fanout;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Bytes that go to many sockets: in memory that a socket takes without copying, and already framed as a chunk of HTTP/1.1.
 * Immutable. Any thread.
 */
public final class Chunk {

    private static final byte[] CRLF = {'\r', '\n'};

    private final ByteBuf framed;
    private final int start;
    private final int length;

    private Chunk(ByteBuf framed, int start, int length) {
        this.framed = framed;
        this.start = start;
        this.length = length;
    }

    public static Chunk of(byte[]... parts) {
        return of(List.of(parts));
    }

    static Chunk of(List<byte[]> parts) {
        int length = 0;
        for (byte[] each : parts) length += each.length;
        byte[] sizeLine = Integer.toHexString(length).getBytes(StandardCharsets.US_ASCII);
        // Outside the heap, so that a write copies nothing. The garbage collector frees it together with this object,
        // so nobody has to count references.
        ByteBuf bytes = Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(sizeLine.length + 2 * CRLF.length + length))
                .clear();
        bytes.writeBytes(sizeLine).writeBytes(CRLF);
        for (byte[] each : parts) bytes.writeBytes(each);
        bytes.writeBytes(CRLF);
        return new Chunk(Unpooled.unreleasableBuffer(bytes), sizeLine.length + CRLF.length, length);
    }

    /** With the chunk's size line and end. */
    public ByteBuf framed() {
        return framed.duplicate();
    }

    /** The bytes alone, for transports that frame them in their own way. */
    public ByteBuf payload() {
        return framed.slice(start, length);
    }

    /** Without the framing. */
    public int length() {
        return length;
    }

    public byte[] bytes() {
        byte[] bytes = new byte[length];
        framed.getBytes(start, bytes);
        return bytes;
    }
}
