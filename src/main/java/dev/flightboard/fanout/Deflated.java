package dev.flightboard.fanout;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A frame's text as blocks of deflate (RFC 1951) that end on a byte, in several forms. Each form has a history: it is for
 * readers that were last sent at least so many bytes of the view's common text, without a gap. Any thread.
 *
 * <p>Invariant ("same text"): to a reader that has a form's history, all forms are the same text.
 */
public final class Deflated {

    /** The histories of the forms, in bytes. Few, because each form costs a compression: none, and the steps that pay. */
    static final int[] HISTORIES = {0, 2 * 1024, 8 * 1024, CommonText.WINDOW};

    /** The longest history: how many bytes a decoder remembers. */
    public static final int WINDOW = CommonText.WINDOW;

    private static final long NOT_COMMON = -1;

    private final Chunk text;
    private final Crc crc;
    private final long from;
    private final Chunk[] forms;
    private final AtomicInteger wanted;
    private volatile Chunk stored;

    private Deflated(Chunk text, Crc crc, long from, Chunk[] forms, AtomicInteger wanted) {
        this.text = text;
        this.crc = crc;
        this.from = from;
        this.forms = forms;
        this.wanted = wanted;
    }

    /** For a frame that is not part of the common text. */
    static Deflated alone(Chunk text) {
        return alone(text, text.bytes());
    }

    /** For a text that goes to one reader, and is too short to compress. */
    public static Deflated alone(byte[] text) {
        return new Deflated(Chunk.of(text), Crc.of(text), NOT_COMMON, new Chunk[HISTORIES.length], new AtomicInteger());
    }

    private static Deflated alone(Chunk text, byte[] bytes) {
        Chunk[] forms = new Chunk[HISTORIES.length];
        try (BlockCompressor compressor = new BlockCompressor()) {
            forms[0] = Chunk.of(compressor.compress(bytes));
        }
        return new Deflated(text, Crc.of(bytes), NOT_COMMON, forms, new AtomicInteger());
    }

    /**
     * For a frame that goes to all who keep up with a view.
     *
     * @param from where in the common text it begins
     * @param forms in the order of the histories; null for one that was not made
     * @param wanted takes a bit for each form of the next frame that some reader will ask for
     */
    static Deflated common(Chunk text, byte[] bytes, long from, Chunk[] forms, AtomicInteger wanted) {
        return new Deflated(text, Crc.of(bytes), from, forms, wanted);
    }

    /** Whether it is part of the common text. */
    public boolean isCommon() {
        return from != NOT_COMMON;
    }

    /** Where in the common text it begins, and where it ends. */
    public long from() {
        return from;
    }

    public long end() {
        return from + crc.length();
    }

    /** For a reader that was last sent so many bytes of the common text, without a gap. */
    public Chunk form(int history) {
        for (int i = formFor(history); i >= 0; i--) if (forms[i] != null) return forms[i];
        return stored();
    }

    /** The text as it is, in blocks; for frames of which no form was made because compressing had used up its share. */
    private Chunk stored() {
        // Two event loops may make it at once; both results are right.
        if (stored == null) stored = Chunk.of(BlockCompressor.stored(text.bytes()));
        return stored;
    }

    static int formFor(int history) {
        int form = HISTORIES.length - 1;
        while (HISTORIES[form] > history) form--;
        return form;
    }

    /** Notes that a reader will ask for the form with this history, of the next frame. */
    public void want(int history) {
        int bit = 1 << formFor(history);
        if ((wanted.get() & bit) == 0) wanted.getAndUpdate(all -> all | bit);
    }

    /** The length of the text, in bytes. */
    public int length() {
        return crc.length();
    }

    /** The CRC-32 of a text that has the given CRC-32, followed by this text. */
    public int crcAppendedTo(int before) {
        return crc.appendedTo(before);
    }
}
