package dev.flightboard.bench;

import java.util.Locale;

/** Takes an HTTP/1.1 response apart, as it arrives: its head away, its chunks' contents out. */
final class Chunks {

    private enum Part {
        HEAD,
        SIZE,
        CONTENT,
        AFTER_CONTENT,
        ENDED
    }

    private Part part = Part.HEAD;
    private StringBuilder head = new StringBuilder();
    private int left;

    /** Appends to {@code out} at {@code end}; returns the new end. */
    int decode(byte[] in, int length, byte[] out, int end) {
        int to = end;
        for (int at = 0; at < length; ) {
            if (part == Part.CONTENT) {
                int take = Math.min(left, length - at);
                System.arraycopy(in, at, out, to, take);
                at += take;
                to += take;
                left -= take;
                if (left == 0) part = Part.AFTER_CONTENT;
            } else {
                step(in[at++]);
            }
        }
        return to;
    }

    private void step(byte next) {
        switch (part) {
            case HEAD -> {
                head.append((char) next);
                if (next == '\n' && head.toString().endsWith("\r\n\r\n")) begin();
            }
            case SIZE -> {
                if (next == '\n') part = left == 0 ? Part.ENDED : Part.CONTENT;
                else if (next != '\r') left = left * 16 + Character.digit(next, 16);
            }
            case AFTER_CONTENT -> {
                if (next == '\n') part = Part.SIZE;
            }
            default -> {}
        }
    }

    private void begin() {
        String text = head.toString().toLowerCase(Locale.ROOT);
        if (!text.startsWith("http/1.1 200") || !text.contains("transfer-encoding: chunked")) {
            throw new IllegalStateException("not a stream: " + head);
        }
        head = null;
        part = Part.SIZE;
    }

    /** Whether the response's head is here. */
    boolean begun() {
        return part != Part.HEAD;
    }

    boolean ended() {
        return part == Part.ENDED;
    }
}
