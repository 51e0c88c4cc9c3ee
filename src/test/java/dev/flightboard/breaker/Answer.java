package dev.flightboard.breaker;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** An answer to a request of HTTP/1.0, as its bytes come: a head, then a body up to the connection's end, unpacked if need be. */
public final class Answer {

    // The whole head of a gzip stream that names no file.
    private static final int GZIP_HEAD = 10;

    private final StringBuilder head = new StringBuilder();
    private byte[] unpacked;
    private boolean complete;
    private int skip;
    private Inflater inflater;

    /** Returns what these bytes add to the body. */
    public String read(byte[] bytes, int length) {
        int from = 0;
        while (!complete && from < length) {
            head.append((char) bytes[from++]);
            if (head.length() >= 4 && head.lastIndexOf("\r\n\r\n") == head.length() - 4) headEnds();
        }
        if (inflater == null) return new String(bytes, from, length - from, StandardCharsets.US_ASCII);
        int skipped = Math.min(skip, length - from);
        skip -= skipped;
        return unpack(bytes, from + skipped, length - from - skipped);
    }

    private void headEnds() {
        complete = true;
        if (!"gzip".equals(header("content-encoding"))) return;
        inflater = new Inflater(true);
        skip = GZIP_HEAD;
        // Only here: a thousand clients are not all packed.
        unpacked = new byte[64 * 1024];
    }

    private String unpack(byte[] bytes, int from, int length) {
        StringBuilder text = new StringBuilder();
        try {
            inflater.setInput(bytes, from, length);
            for (int size = inflater.inflate(unpacked); size > 0; size = inflater.inflate(unpacked)) {
                text.append(new String(unpacked, 0, size, StandardCharsets.US_ASCII));
            }
        } catch (DataFormatException e) {
            throw new IllegalStateException("what was packed cannot be unpacked", e);
        }
        return text.toString();
    }

    public boolean isOk() {
        return complete && head.indexOf(" 200 ") == "HTTP/1.1".length();
    }

    /** Any answer but 200; false as long as there is none. */
    public boolean isRefusal() {
        return complete && !isOk();
    }

    /** Null if there is none. */
    public String header(String name) {
        String lower = head.toString().toLowerCase(Locale.ROOT);
        int from = lower.indexOf("\r\n" + name + ": ");
        if (from < 0) return null;
        int value = from + name.length() + 4;
        return head.substring(value, head.indexOf("\r\n", value));
    }

    public void end() {
        if (inflater != null) inflater.end();
    }
}
