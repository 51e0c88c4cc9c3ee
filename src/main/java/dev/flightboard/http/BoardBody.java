package dev.flightboard.http;

import dev.flightboard.board.Change;
import dev.flightboard.board.Head;
import dev.flightboard.fanout.EventFormat;
import dev.flightboard.fanout.View;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A view of the board as a JSON array, ordered by id.
 *
 * @param tag a digest of the content, so that it is the same from every replica
 */
record BoardBody(long revision, byte[] bytes, String tag) {

    static BoardBody of(View view, Head head) {
        List<Change> shown = head.all().all().stream()
                .filter(each -> view.shows(each.state()))
                .toList();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        char separator = '[';
        for (Change each : shown) {
            body.write(separator);
            body.writeBytes(EventFormat.state(each.state()));
            separator = ',';
        }
        if (shown.isEmpty()) body.write('[');
        body.write(']');
        body.write('\n');
        return new BoardBody(head.revision(), body.toByteArray(), digest(body.toByteArray()));
    }

    private static String digest(byte[] body) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(body);
            // Half of it is more than enough to tell boards apart.
            return HexFormat.of().formatHex(sum, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
