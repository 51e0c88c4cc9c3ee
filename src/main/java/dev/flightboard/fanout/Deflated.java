package dev.flightboard.fanout;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A frame's text as blocks of deflate (RFC 1951), each ending on a byte, in several forms: each supposes that its reader was
 * sent so much of the view's common text last, in one piece. Any thread.
 *
 * <p>Invariant ("same text"): to a reader that was sent what a form supposes, all forms are the same text.
 */
public final class Deflated {

    /** How much of the common text a form supposes. Few, for each costs a compression: none, and steps that pay. */
    static final int[] HISTORIES = {0, 2 * 1024, 8 * 1024, CommonText.WINDOW};

    /** How much of the common text a decoder remembers. */
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

    /** Of what goes to some alone. */
    static Deflated alone(Chunk text) {
        return alone(text, text.bytes());
    }

    /** Of what goes to one alone, and is too short to compress. */
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
     * Of what goes to all who keep up with a view.
     *
     * @param from where in the common text it begins
     * @param forms by history; null for one that was not made
     * @param wanted is told which forms of the next frame somebody will ask for: a bit each
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

    /** For a reader that was sent so much of the common text last, in one piece. */
    public Chunk form(int history) {
        for (int i = formFor(history); i >= 0; i--) if (forms[i] != null) return forms[i];
        return stored();
    }

    /** As it is, in blocks: where no form was made, for it would have cost more than it saves. */
    private Chunk stored() {
        // Two event loops may make it at once: each is right.
        if (stored == null) stored = Chunk.of(BlockCompressor.stored(text.bytes()));
        return stored;
    }

    static int formFor(int history) {
        int form = HISTORIES.length - 1;
        while (HISTORIES[form] > history) form--;
        return form;
    }

    /** Says that a reader will ask, of the next frame, for the form with this much history. */
    public void want(int history) {
        int bit = 1 << formFor(history);
        if ((wanted.get() & bit) == 0) wanted.getAndUpdate(all -> all | bit);
    }

    /** Of the text, in bytes. */
    public int length() {
        return crc.length();
    }

    /** The CRC-32 of a text with this CRC-32, followed by this one. */
    public int crcAppendedTo(int before) {
        return crc.appendedTo(before);
    }
}
