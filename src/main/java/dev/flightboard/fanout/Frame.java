package dev.flightboard.fanout;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One write's worth of events, encoded once and shared by every subscriber it goes to: immutable, in memory that the
 * socket takes as it is, and already framed as a chunk of HTTP/1.1.
 *
 * @param since the revision it continues from; it is for subscribers that stand between here and {@code to}
 * @param to the revision it leads to; equal to {@code since} where it changes no flight
 * @param heartbeat true where it tells the page nothing and may be left out
 * @param events how many events it holds
 * @param chunk the events between a chunk's size line and its end
 */
public record Frame(View view, long since, long to, boolean heartbeat, int events, ByteBuf chunk) {

    private static final byte[] CRLF = {'\r', '\n'};
    private static final ByteBuf COMMENT = chunk(List.of(), ":\n\n".getBytes(StandardCharsets.US_ASCII));

    /** The cursor goes with the last event: a browser keeps an id only once it has the whole event. */
    static Frame of(View view, long since, long to, List<byte[]> events, String cursor) {
        byte[] last = events.get(events.size() - 1);
        ByteBuf chunk = chunk(events.subList(0, events.size() - 1), EventFormat.id(cursor), last);
        return new Frame(view, since, to, false, events.size(), chunk);
    }

    /** An id without data: browsers move their cursor on and tell the page nothing. */
    static Frame heartbeat(View view, long revision, String cursor) {
        ByteBuf chunk = chunk(List.of(), EventFormat.id(cursor), new byte[] {'\n'});
        return new Frame(view, revision, revision, true, 0, chunk);
    }

    /** One event for a subscriber that cannot be given a cursor yet. */
    static Frame notice(View view, byte[] event) {
        return new Frame(view, 0, 0, false, 1, chunk(List.of(), event));
    }

    /** This heartbeat for a subscriber that must not be given a cursor yet. */
    Frame comment() {
        return new Frame(view, 0, 0, true, 0, COMMENT);
    }

    /** The events alone, for transports that frame them in their own way. */
    public ByteBuf payload() {
        int start = chunk.indexOf(0, chunk.writerIndex(), (byte) '\n') + 1;
        return chunk.slice(start, chunk.writerIndex() - start - CRLF.length);
    }

    private static ByteBuf chunk(List<byte[]> events, byte[]... last) {
        int size = 0;
        for (byte[] each : events) size += each.length;
        for (byte[] each : last) size += each.length;
        byte[] sizeLine = Integer.toHexString(size).getBytes(StandardCharsets.US_ASCII);
        // Outside the heap, so that a write copies nothing; freed with this frame by the garbage collector, so that no
        // subscriber has to count references.
        ByteBuf chunk = Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(sizeLine.length + 2 * CRLF.length + size))
                .clear();
        chunk.writeBytes(sizeLine).writeBytes(CRLF);
        for (byte[] each : events) chunk.writeBytes(each);
        for (byte[] each : last) chunk.writeBytes(each);
        return Unpooled.unreleasableBuffer(chunk.writeBytes(CRLF));
    }
}
