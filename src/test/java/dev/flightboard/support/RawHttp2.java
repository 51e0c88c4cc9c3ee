package dev.flightboard.support;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * HTTP/2 frame by frame, without TLS: a client that says itself how much of each stream it takes. No stream is sent more
 * than its window, which is as wide as the whole connection's at the start.
 */
public final class RawHttp2 implements AutoCloseable {

    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int WINDOW_UPDATE = 8;
    private static final int ACK = 1;
    private static final int END_OF_STREAM_AND_HEADERS = 5;

    private static final int SETTING_MAX_STREAMS = 3;
    private static final int SETTING_WINDOW = 4;

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final DataOutputStream out;
    private final Map<Integer, ByteArrayOutputStream> data = new HashMap<>();
    private final Map<Integer, Integer> resets = new HashMap<>();
    private int maxStreams = -1;

    /** @param window of each stream, in bytes */
    public RawHttp2(int port, int window) {
        try {
            socket.connect(new InetSocketAddress("127.0.0.1", port), (int) Wait.DEADLINE.toMillis());
            socket.setSoTimeout((int) Wait.DEADLINE.toMillis());
            in = new DataInputStream(socket.getInputStream());
            out = new DataOutputStream(socket.getOutputStream());
            out.writeBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
            frame(SETTINGS, 0, 0, new byte[] {
                0, SETTING_WINDOW, (byte) (window >> 24), (byte) (window >> 16), (byte) (window >> 8), (byte) window
            });
            // Of the connection as a whole, everything is taken.
            widen(0, 1 << 30);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Streams are odd; headers as name, value, name, value. */
    public void get(int stream, String path, String... more) {
        ByteArrayOutputStream headers = new ByteArrayOutputStream();
        // GET and http are in HPACK's table; path and authority are named there.
        headers.writeBytes(new byte[] {(byte) 0x82, (byte) 0x86, 0x04, (byte) path.length()});
        headers.writeBytes(path.getBytes(StandardCharsets.US_ASCII));
        headers.writeBytes(new byte[] {0x01, 9});
        headers.writeBytes("localhost".getBytes(StandardCharsets.US_ASCII));
        // Names that are written out follow a zero; each text begins with its length.
        for (int i = 0; i < more.length; i += 2) {
            headers.write(0);
            for (String text : new String[] {more[i], more[i + 1]}) {
                headers.write(text.length());
                headers.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
            }
        }
        frame(HEADERS, END_OF_STREAM_AND_HEADERS, stream, headers.toByteArray());
    }

    /** Takes so many bytes more. */
    public void widen(int stream, int bytes) {
        frame(WINDOW_UPDATE, 0, stream, new byte[] {
            (byte) (bytes >> 24), (byte) (bytes >> 16), (byte) (bytes >> 8), (byte) bytes
        });
    }

    /** Reads frames until this stream has so many bytes, or was reset. */
    public void await(int stream, int bytes) {
        while (received(stream) < bytes && !isReset(stream)) readFrame();
    }

    /** Reads frames until this stream's bytes are as wanted; heartbeats do not count for ever. */
    public void await(int stream, Predicate<byte[]> wanted) {
        long deadline = System.nanoTime() + Wait.DEADLINE.toNanos();
        while (received(stream) == 0 || !wanted.test(bytes(stream))) {
            if (System.nanoTime() - deadline > 0) throw new AssertionError("What was awaited did not come.");
            readFrame();
        }
    }

    /** Reads frames until this stream was reset. */
    public void awaitReset(int stream) {
        while (!isReset(stream)) readFrame();
    }

    public boolean isReset(int stream) {
        return resets.containsKey(stream);
    }

    public int received(int stream) {
        return data.containsKey(stream) ? data.get(stream).size() : 0;
    }

    public byte[] bytes(int stream) {
        return data.get(stream).toByteArray();
    }

    public String text(int stream) {
        return data.get(stream).toString(StandardCharsets.UTF_8);
    }

    /** How many streams the server allows at once; -1 where it has not said so. */
    public int maxStreams() {
        while (maxStreams < 0) readFrame();
        return maxStreams;
    }

    private void readFrame() {
        try {
            int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            int stream = in.readInt() & 0x7fffffff;
            byte[] payload = new byte[length];
            in.readFully(payload);
            switch (type) {
                case DATA ->
                    data.computeIfAbsent(stream, first -> new ByteArrayOutputStream())
                            .writeBytes(payload);
                case RST_STREAM -> resets.put(stream, (int) payload[3]);
                case SETTINGS -> {
                    if ((flags & ACK) == 0) settings(payload);
                }
                case PING -> {
                    if ((flags & ACK) == 0) frame(PING, ACK, 0, payload);
                }
                default -> {}
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void settings(byte[] payload) {
        for (int i = 0; i < payload.length; i += 6) {
            if (payload[i + 1] == SETTING_MAX_STREAMS) maxStreams = payload[i + 5] & 0xff;
        }
        frame(SETTINGS, ACK, 0, new byte[0]);
    }

    private void frame(int type, int flags, int stream, byte[] payload) {
        try {
            out.writeByte(payload.length >> 16);
            out.writeShort(payload.length);
            out.writeByte(type);
            out.writeByte(flags);
            out.writeInt(stream);
            out.write(payload);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
