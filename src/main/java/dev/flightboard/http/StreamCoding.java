package dev.flightboard.http;

import dev.flightboard.fanout.Chunk;
import dev.flightboard.fanout.Frame;

/** Turns a stream's text into the bytes that one browser is sent: plain or gzip. Owned by the connection's event loop. */
sealed interface StreamCoding permits PlainCoding, GzipCoding {

    /** The first bytes of the stream, with this text. */
    Chunk begin(byte[] text);

    Chunk encode(Frame frame);

    /** Bytes that mean nothing to a browser, to find out whether it is there. */
    Chunk nothing();

    /** The last bytes; null for none. */
    Chunk end();
}
