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

/** Bytes to a port and back, as no client library would send them. */
public final class RawConnection implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;

    private RawConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    public static RawConnection to(int port) {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress("127.0.0.1", port), (int) Wait.DEADLINE.toMillis());
            socket.setSoTimeout((int) Wait.DEADLINE.toMillis());
            return new RawConnection(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Latin-1: a character is a byte. */
    public RawConnection send(String bytes) {
        try {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has nothing more to say, and goes on listening. */
    public RawConnection halfClose() {
        try {
            socket.shutdownOutput();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as a process does that is killed. */
    public void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Up to where that has come. */
    public String readUntil(String text) {
        return read(text);
    }

    /** Up to the end of an answer's headers; empty where the connection ends without one. */
    public String readHead() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                bytes.write(b);
                if (endsWith(bytes, "\r\n\r\n")) break;
            }
        } catch (SocketTimeoutException silent) {
            throw new AssertionError("Read so far: " + bytes.toString(StandardCharsets.ISO_8859_1), silent);
        } catch (IOException reset) {
            // What it had to say is said.
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    /** Up to a line's end, which is left out. */
    public String readLine() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) throw new AssertionError("Ended within: " + line);
                line.write(b);
            }
        } catch (IOException e) {
            throw new AssertionError("Read so far: " + line, e);
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** Up to the end, which the other side has to make. */
    public String readToEnd() {
        return read(null);
    }

    private String read(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                bytes.write(b);
                if (text != null && endsWith(bytes, text)) return bytes.toString(StandardCharsets.ISO_8859_1);
            }
        } catch (IOException e) {
            throw new AssertionError("Read so far: " + bytes.toString(StandardCharsets.ISO_8859_1), e);
        }
        if (text == null) return bytes.toString(StandardCharsets.ISO_8859_1);
        throw new AssertionError("Ended before " + text + ": " + bytes.toString(StandardCharsets.ISO_8859_1));
    }

    private static boolean endsWith(ByteArrayOutputStream bytes, String text) {
        return bytes.size() >= text.length()
                && bytes.toString(StandardCharsets.ISO_8859_1).endsWith(text);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
