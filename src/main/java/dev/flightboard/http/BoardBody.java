package dev.flightboard.http;

import dev.flightboard.board.Change;
import dev.flightboard.board.Cursor;
import dev.flightboard.board.Head;
import dev.flightboard.fanout.EventFormat;
import dev.flightboard.fanout.View;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;
import jakarta.ws.rs.core.EntityTag;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A view of the board at one revision as a JSON array, ordered by id: encoded once for all who ask, and compressed once
 * for all who can read that. Immutable. Any thread.
 */
final class BoardBody {

    final long revision;

    // Of the same head as the flights.
    private final Cursor cursor;

    final Form plain;
    final Form gzip;

    /**
     * The plain or the compressed bytes, in memory that a socket takes without copying.
     *
     * @param tag a digest of the content, so that it is the same from every replica
     * @param encoding null where there is none
     */
    record Form(EntityTag tag, String encoding, ByteBuf bytes) {

        private static Form of(byte[] content, EntityTag tag, String encoding) {
            ByteBuf direct = Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(content.length))
                    .clear()
                    .writeBytes(content);
            return new Form(tag, encoding, Unpooled.unreleasableBuffer(direct));
        }

        Buffer buffer() {
            return BufferImpl.buffer(bytes.duplicate());
        }
    }

    private BoardBody(View view, Head head, byte[] content) {
        this.revision = head.revision();
        this.cursor = head.cursor(view.fingerprint());
        String digest = Encoded.digest(content);
        this.plain = Form.of(content, new EntityTag(digest), null);
        this.gzip = Form.of(Encoded.gzip(content), new EntityTag(digest + "-gzip"), "gzip");
    }

    /**
     * From where these flights are continued. At a later head with the same flights it is that one's: the cursor of a board that
     * has not changed for long would be too old.
     */
    Cursor cursor(View view, Head now) {
        return now.revision() == revision ? now.cursor(view.fingerprint()) : cursor;
    }

    static BoardBody of(View view, Head head) {
        List<Change> shown = head.all().all().stream()
                .filter(each -> view.shows(each.state()))
                .toList();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        char separator = '[';
        for (Change each : shown) {
            content.write(separator);
            content.writeBytes(EventFormat.state(each.state()));
            separator = ',';
        }
        if (shown.isEmpty()) content.write('[');
        content.write(']');
        content.write('\n');
        return new BoardBody(view, head, content.toByteArray());
    }
}
