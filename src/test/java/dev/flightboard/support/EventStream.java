package dev.flightboard.support;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/**
 * A browser's end of an event stream, on a plain socket. It reads only while a method waits for something: left alone, it
 * is a reader that has stopped reading.
 */
public final class EventStream implements AutoCloseable {

    // The kernel then holds little for a reader that does not read, and the server soon feels it.
    private static final int RECEIVE_BUFFER = 8 * 1024;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final ChunkedInput chunks;
    private final InputStream body;
    private final int status;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ByteArrayOutputStream raw = new ByteArrayOutputStream();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder block = new StringBuilder();
    private final BrowserBoard board = new BrowserBoard();
    private String lastEventId = "";

    private EventStream(int port, String path, String... extra) throws IOException {
        socket.setReceiveBufferSize(RECEIVE_BUFFER);
        socket.connect(new InetSocketAddress("localhost", port), (int) Wait.DEADLINE.toMillis());
        in = new BufferedInputStream(socket.getInputStream());
        StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        for (int i = 0; i < extra.length; i += 2) request.append(extra[i] + ": " + extra[i + 1] + "\r\n");
        request.append("Accept: text/event-stream\r\n\r\n");
        socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
        socket.setSoTimeout((int) Wait.DEADLINE.toMillis());
        status = Integer.parseInt(headLine().split(" ")[1]);
        for (String header = headLine(); !header.isEmpty(); header = headLine()) {
            String[] pair = header.split(": *", 2);
            headers.merge(pair[0], pair[1], (one, other) -> one + ", " + other);
        }
        chunks = "chunked".equals(headers.get("Transfer-Encoding")) ? new ChunkedInput(in) : null;
        InputStream sent = chunks != null ? chunks : in;
        // The JDK's reader is a strict one: without the right sums at its end, it fails.
        body = "gzip".equals(headers.get("Content-Encoding")) ? new GZIPInputStream(sent) : sent;
    }

    /** Returns when the response's head has come; headers as name, value, name, value. */
    public static EventStream open(int port, String path, String... headers) {
        try {
            return new EventStream(port, path, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int status() {
        return status;
    }

    /** Names in any case. */
    public Map<String, String> headers() {
        return headers;
    }

    /** What the blocks that were read have made of an empty board. */
    public BrowserBoard board() {
        return board;
    }

    /** The cursor a browser would come back with. */
    public String lastEventId() {
        return lastEventId;
    }

    /** The body as it was read so far, byte for byte but for the chunks' framing. */
    public String text() {
        return raw.toString(StandardCharsets.UTF_8);
    }

    /** Reads up to the first block that fits, and returns it. */
    public Block await(Predicate<Block> fits) {
        List<Block> blocks = until(fits);
        return blocks.get(blocks.size() - 1);
    }

    /** Reads up to the next event of that name; empty for an unnamed one. */
    public Block await(String event) {
        return await(block -> block.is(event));
    }

    /** Reads until the board is as wanted; it may be so already. */
    public void awaitBoard(Predicate<BrowserBoard> fits) {
        if (!fits.test(board)) until(block -> fits.test(board));
    }

    /** Reads up to the first block that fits, and returns all that were read, that one last. */
    public List<Block> until(Predicate<Block> fits) {
        long deadline = System.nanoTime() + Wait.DEADLINE.toNanos();
        List<Block> blocks = new ArrayList<>();
        while (true) {
            Block next = next(deadline);
            if (next == null) throw new AssertionError("What was awaited did not come. " + readSoFar());
            blocks.add(next);
            if (fits.test(next)) return blocks;
        }
    }

    /** What comes within that time. */
    public List<Block> within(Duration time) {
        long deadline = System.nanoTime() + time.toNanos();
        List<Block> blocks = new ArrayList<>();
        for (Block next = next(deadline); next != null; next = next(deadline)) blocks.add(next);
        return blocks;
    }

    /** Reads to the end, and says whether it was one between blocks, made by the server, rather than a cut. */
    public boolean awaitCleanEnd() {
        long deadline = System.nanoTime() + Wait.DEADLINE.toNanos();
        while (next(deadline) != null) {}
        if (System.nanoTime() > deadline) throw new AssertionError("The stream did not end. " + readSoFar());
        boolean complete = chunks == null || chunks.isComplete();
        return complete && line.size() == 0 && block.isEmpty();
    }

    /** Goes away without a word. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Null at the deadline and at the stream's end; a later call goes on where this one stopped.
    private Block next(long deadline) {
        try {
            boolean first = true;
            while (true) {
                long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
                if (left <= 0) return null;
                // The time limit is dear to set for each byte; the first may have to wait behind the end of a chunk.
                if (first || in.available() == 0) socket.setSoTimeout((int) left);
                first = false;
                int c = body.read();
                if (c < 0) return null;
                raw.write(c);
                if (c != '\n') {
                    line.write(c);
                } else if (line.size() > 0) {
                    block.append(line.toString(StandardCharsets.UTF_8)).append('\n');
                    line.reset();
                } else {
                    return endBlock();
                }
            }
        } catch (SocketTimeoutException late) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Block endBlock() {
        Block ended = new Block(block.toString().stripTrailing());
        block.setLength(0);
        ended.id().ifPresent(id -> lastEventId = id);
        board.apply(ended);
        return ended;
    }

    private String headLine() throws IOException {
        StringBuilder head = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) head.append((char) c);
        return head.toString().stripTrailing();
    }

    private String readSoFar() {
        return "Status " + status + ", read so far:\n" + text() + line.toString(StandardCharsets.UTF_8);
    }
}
