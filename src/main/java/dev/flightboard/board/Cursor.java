package dev.flightboard.board;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/**
 * A point in the topic that any replica understands: the topic's identity, the time at which the point was the topic's end,
 * a fingerprint of the client's view, a fingerprint of the leaders that wrote the records before it, and the next offset of
 * each partition. Immutable.
 *
 * <p>As text it is URL-safe base64 of: one byte of format; 6 bytes of topic identity; 4 bytes of epoch seconds; 3 bytes of
 * view, where there is one; 2 bytes of leaders; the offsets, 7 bits a byte, lowest first. 16 offsets below 2^35 fit in 128
 * characters. Cursors of formats 1 and 2, which have 8 bytes of topic and none of leaders, are read as well.
 */
public final class Cursor {

    private static final byte OLD_WHOLE_BOARD = 1;
    private static final byte OLD_ONE_VIEW = 2;
    private static final byte WHOLE_BOARD = 3;
    private static final byte ONE_VIEW = 4;

    private static final int VIEW_MASK = 0xffffff;
    private static final long TOPIC_MASK = 0xffff_ffff_ffffL;
    private static final int UNKNOWN_LINEAGE = -1;

    // 1,000 partitions of five-byte offsets; the service never issues a longer text.
    private static final int MAX_TEXT = 7000;

    private final long topic;
    private final Instant asOf;
    private final int view;
    private final int lineage;
    private final long[] nextOffsets;

    /** @param lineage the fingerprint, 16 bits; -1 for one that is not known */
    Cursor(long topic, Instant asOf, int view, int lineage, long[] nextOffsets) {
        this.topic = topic & TOPIC_MASK;
        this.asOf = asOf;
        this.view = view & VIEW_MASK;
        this.lineage = lineage;
        this.nextOffsets = nextOffsets;
    }

    /** Reads a cursor that comes from outside; empty where the text is not a cursor. */
    public static Optional<Cursor> parse(String text) {
        if (text.isEmpty() || text.length() > MAX_TEXT) return Optional.empty();
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            byte format = bytes.get();
            if (format < OLD_WHOLE_BOARD || format > ONE_VIEW) return Optional.empty();
            boolean old = format <= OLD_ONE_VIEW;
            long topic = old ? bytes.getLong() : readTopic(bytes);
            Instant asOf = Instant.ofEpochSecond(Integer.toUnsignedLong(bytes.getInt()));
            boolean wholeBoard = format == WHOLE_BOARD || format == OLD_WHOLE_BOARD;
            int view = wholeBoard ? 0 : (bytes.get() & 0xff) << 16 | bytes.getShort() & 0xffff;
            int lineage = old ? UNKNOWN_LINEAGE : bytes.getShort() & 0xffff;
            long[] offsets = new long[bytes.remaining()];
            int partitions = 0;
            while (bytes.hasRemaining()) offsets[partitions++] = readOffset(bytes);
            return Optional.of(new Cursor(topic, asOf, view, lineage, Arrays.copyOf(offsets, partitions)));
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException notACursor) {
            return Optional.empty();
        }
    }

    private static long readTopic(ByteBuffer bytes) {
        return (bytes.getShort() & 0xffffL) << 32 | bytes.getInt() & 0xffff_ffffL;
    }

    private static long readOffset(ByteBuffer bytes) {
        long offset = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            byte next = bytes.get();
            offset |= (long) (next & 0x7f) << shift;
            if (next >= 0) return offset;
        }
        throw new IllegalArgumentException("an offset has more than 63 bits");
    }

    @Override
    public String toString() {
        ByteBuffer bytes = ByteBuffer.allocate(16 + 9 * nextOffsets.length);
        bytes.put(view == 0 ? WHOLE_BOARD : ONE_VIEW);
        bytes.putShort((short) (topic >> 32)).putInt((int) topic).putInt((int) asOf.getEpochSecond());
        if (view != 0) bytes.put((byte) (view >> 16)).putShort((short) view);
        bytes.putShort((short) lineage);
        for (long offset : nextOffsets) {
            long rest = offset;
            for (; rest > 0x7f; rest >>>= 7) bytes.put((byte) (rest | 0x80));
            bytes.put((byte) rest);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes.array(), bytes.position()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cursor that
                && topic == that.topic
                && asOf.equals(that.asOf)
                && view == that.view
                && lineage == that.lineage
                && Arrays.equals(nextOffsets, that.nextOffsets);
    }

    @Override
    public int hashCode() {
        return Objects.hash(topic, asOf, view, lineage, Arrays.hashCode(nextOffsets));
    }

    /** Given as cursor to a browser that is being sent the whole board: until it has all, it cannot continue from anywhere. */
    public static final String NOTHING = "0";

    boolean isOfTopic(long identity) {
        return topic == (identity & TOPIC_MASK);
    }

    /** Whether what lies before this was written by leaders with this fingerprint, as far as is known. */
    boolean isOfLineage(int fingerprint) {
        return lineage == UNKNOWN_LINEAGE || lineage == fingerprint;
    }

    Instant asOf() {
        return asOf;
    }

    /** Whether this cursor was issued for the view with this fingerprint. */
    public boolean isOf(int otherView) {
        return view == (otherView & VIEW_MASK);
    }

    int partitions() {
        return nextOffsets.length;
    }

    long[] nextOffsets() {
        return nextOffsets;
    }

    long nextOffset(int partition) {
        return partition < nextOffsets.length ? nextOffsets[partition] : 0;
    }
}
