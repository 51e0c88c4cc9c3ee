package dev.flightboard.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flightboard.fanout.Frame;

/** A browser's end: a strict decoder, given what the coding writes, a write at a time. */
final class GzipReader {

    private final StreamCoding coding = new GzipCoding();
    private final StreamDecoder decoder = new StreamDecoder(true);
    private long bytes;

    GzipReader() {
        read(coding.begin("retry: 2000\n\n".getBytes(UTF_8)).bytes(), "retry: 2000\n\n");
    }

    void take(Frame frame) {
        byte[] written = coding.encode(frame).bytes();
        bytes += written.length;
        read(written, new String(frame.text().bytes(), UTF_8));
    }

    private void read(byte[] written, String expected) {
        String text = new String(decoder.decode(written), UTF_8);
        if (!text.equals(expected)) throw new AssertionError("reads " + text + ", not " + expected);
    }

    /** Its stream has come to a clean end. */
    void end() {
        read(coding.nothing().bytes(), "");
        read(coding.end().bytes(), "");
        decoder.checkEnd();
        decoder.close();
    }

    /** What it was sent since it came, compressed. */
    long bytes() {
        return bytes;
    }
}
