package dev.flightboard.stream;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/**
 * One write's worth of events, encoded once and shared by every subscriber it goes to.
 *
 * @param since the revision it continues from; it is for subscribers that stand between here and {@code to}
 * @param to the revision it leads to; equal to {@code since} where it changes no flight
 * @param heartbeat true where it tells the page nothing and may be left out
 */
record Frame(View view, long since, long to, boolean heartbeat, Buffer bytes) {

    private static final Buffer COMMENT = Buffer.buffer(":\n\n");

    /** The cursor goes with the last event: a browser keeps an id only once it has the whole event. */
    static Buffer encode(List<byte[]> events, String cursor) {
        byte[] id = EventFormat.id(cursor);
        int size = id.length + events.stream().mapToInt(each -> each.length).sum();
        Buffer bytes = Buffer.buffer(size);
        for (int i = 0; i < events.size() - 1; i++) bytes.appendBytes(events.get(i));
        return bytes.appendBytes(id).appendBytes(events.get(events.size() - 1));
    }

    /** An id without data: browsers move their cursor on and tell the page nothing. */
    static Buffer heartbeat(String cursor) {
        return Buffer.buffer(EventFormat.id(cursor)).appendByte((byte) '\n');
    }

    /** This heartbeat for a subscriber that must not be given a cursor yet. */
    Frame comment() {
        return new Frame(view, 0, 0, true, COMMENT);
    }
}
