package dev.flightboard.http;

import dev.flightboard.fanout.Chunk;
import dev.flightboard.fanout.Frame;

/** How a stream's text becomes the bytes that one browser is sent. Owned by the connection's event loop. */
sealed interface StreamCoding permits PlainCoding, GzipCoding {

    /** The first bytes. */
    Chunk begin(byte[] text);

    Chunk encode(Frame frame);

    /** What a browser takes for nothing, to see whether it is there. */
    Chunk nothing();

    /** The last bytes; null for none. */
    Chunk end();
}
