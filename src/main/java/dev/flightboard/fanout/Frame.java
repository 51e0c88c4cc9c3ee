package dev.flightboard.fanout;

import dev.flightboard.board.Position;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One write's worth of events, encoded once and shared by every subscriber it goes to: immutable, in memory that the
 * socket takes as it is, and already framed as a chunk of HTTP/1.1.
 *
 * @param from the position it continues from; it is for subscribers that stand between here and {@code to}
 * @param to the position it leads to; null where it leads nowhere
 * @param events how many events it holds
 * @param chunk the events between a chunk's size line and its end
 */
public record Frame(View view, Kind kind, Position from, Position to, int events, ByteBuf chunk) {

    enum Kind {
        /** What changed, or where the board stands; for all who have seen what came before. */
        NEWS,
        /** A whole board, perhaps of a little while ago: its reader is brought up to date next. */
        SNAPSHOT,
        /** Where the board stands, said once more: may be left out. */
        HEARTBEAT,
        /** That there is no board yet: leads nowhere. */
        NOTICE
    }

    private static final byte[] CRLF = {'\r', '\n'};
    private static final byte[] NO_ID = {};

    /**
     * @param cursor goes with the last event: a browser keeps an id only once it has the whole event; null for none
     */
    static Frame of(Kind kind, View view, Position from, Position to, List<byte[]> events, String cursor) {
        return new Frame(
                view, kind, from, to, events.size(), chunk(events, cursor == null ? NO_ID : EventFormat.id(cursor)));
    }

    /** One event for a subscriber that cannot be given a cursor yet. */
    static Frame notice(View view, byte[] event) {
        return new Frame(view, Kind.NOTICE, null, null, 1, chunk(List.of(event), NO_ID));
    }

    /** The events alone, for transports that frame them in their own way. */
    public ByteBuf payload() {
        int start = chunk.indexOf(0, chunk.writerIndex(), (byte) '\n') + 1;
        return chunk.slice(start, chunk.writerIndex() - start - CRLF.length);
    }

    private static ByteBuf chunk(List<byte[]> events, byte[] idOfLast) {
        int size = idOfLast.length;
        for (byte[] each : events) size += each.length;
        byte[] sizeLine = Integer.toHexString(size).getBytes(StandardCharsets.US_ASCII);
        // Outside the heap, so that a write copies nothing; freed with this frame by the garbage collector, so that no
        // subscriber has to count references.
        ByteBuf chunk = Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(sizeLine.length + 2 * CRLF.length + size))
                .clear();
        chunk.writeBytes(sizeLine).writeBytes(CRLF);
        int last = events.size() - 1;
        for (byte[] each : events.subList(0, last)) chunk.writeBytes(each);
        chunk.writeBytes(idOfLast).writeBytes(events.get(last));
        return Unpooled.unreleasableBuffer(chunk.writeBytes(CRLF));
    }
}
