package dev.flightboard.support;

import java.io.IOException;
import java.io.InputStream;

/** The body of a chunked HTTP/1.1 response. A timeout of the stream below loses nothing: the next read goes on. */
final class ChunkedInput extends InputStream {

    private final InputStream in;
    private final StringBuilder line = new StringBuilder();
    private long remaining;
    private boolean inChunk;
    private boolean complete;

    ChunkedInput(InputStream in) {
        this.in = in;
    }

    /** Whether the last chunk has come: the server ended the response, rather than the connection. */
    boolean isComplete() {
        return complete;
    }

    @Override
    public int read() throws IOException {
        while (remaining == 0 && !complete) {
            int c = in.read();
            if (c < 0) return -1;
            if (c != '\n') line.append((char) c);
            else endLine();
        }
        if (complete) return -1;
        int c = in.read();
        if (c >= 0) remaining--;
        return c;
    }

    /** A byte at a time: whoever asks for more must not wait for what has not been sent. */
    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        if (length == 0) return 0;
        int c = read();
        if (c < 0) return -1;
        buffer[from] = (byte) c;
        return 1;
    }

    private void endLine() {
        String size = line.toString().strip();
        line.setLength(0);
        if (inChunk) {
            // The line end that closes a chunk.
            inChunk = false;
        } else {
            remaining = Long.parseLong(size.replaceFirst(";.*", ""), 16);
            inChunk = true;
            complete = remaining == 0;
        }
    }
}
