package dev.flightboard.http;

import dev.flightboard.fanout.Chunk;
import dev.flightboard.fanout.Frame;
import java.nio.charset.StandardCharsets;

/** Sends the text as it is. */
enum PlainCoding implements StreamCoding {
    INSTANCE;

    private static final Chunk COMMENT = Chunk.of(":\n\n".getBytes(StandardCharsets.US_ASCII));

    @Override
    public Chunk begin(byte[] text) {
        return Chunk.of(text);
    }

    @Override
    public Chunk encode(Frame frame) {
        return frame.text();
    }

    @Override
    public Chunk nothing() {
        return COMMENT;
    }

    @Override
    public Chunk end() {
        return null;
    }
}
