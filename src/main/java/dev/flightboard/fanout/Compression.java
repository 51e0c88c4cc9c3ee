package dev.flightboard.fanout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Compresses the frames of a flush, each once for all who watch its view, the largest audience first. It may use a small
 * share of a processor; frames that exceed it go out as they are. Owned by the hub's thread.
 */
final class Compression {

    /** Of one processor: to save bytes must not make subscribers wait. */
    private static final double SHARE = 0.05;

    // How much an idle hub may save up: enough to compress the frames of some hundreds of views that change at once.
    private static final long MAX_CREDIT_NANOS = 25_000_000;

    private final BlockCompressor compressor = new BlockCompressor();
    private final List<Pending> pending = new ArrayList<>();
    private final FanoutMetrics metrics;
    private final LongSupplier nanos;
    private double creditNanos = MAX_CREDIT_NANOS;
    private long creditAt;

    /** A frame that waits to be compressed. */
    private record Pending(Audience audience, Frame frame) {}

    /** @param nanos of a clock that only goes forward */
    Compression(FanoutMetrics metrics, LongSupplier nanos) {
        this.metrics = metrics;
        this.nanos = nanos;
        this.creditAt = nanos.getAsLong();
    }

    /** For tests: as if the share were used up. */
    void exhaust() {
        creditNanos = 0;
    }

    /** Notes a frame of this flush; {@link #run} compresses it. */
    void add(Audience audience, Frame frame) {
        if (audience.isCompressed()) pending.add(new Pending(audience, frame));
    }

    void run() {
        long now = nanos.getAsLong();
        creditNanos = Math.min(MAX_CREDIT_NANOS, creditNanos + SHARE * (now - creditAt));
        creditAt = now;
        pending.sort(Comparator.comparingInt(each -> -each.audience.compressed));
        for (Pending each : pending) compress(each.audience, each.frame);
        pending.clear();
    }

    private void compress(Audience audience, Frame frame) {
        CommonText before = audience.commonText();
        byte[] text = frame.text().bytes();
        long began = nanos.getAsLong();
        Chunk[] forms = new Chunk[Deflated.HISTORIES.length];
        int wanted = audience.wantedForms();
        for (int form = 0; form < forms.length && creditNanos > 0; form++) {
            int history = Deflated.HISTORIES[form];
            if ((wanted & 1 << form) == 0 || history > before.length()) continue;
            forms[form] = Chunk.of(compressor.compress(text, before, history));
            metrics.compressed(history, text.length, forms[form].length());
        }
        creditNanos -= nanos.getAsLong() - began;
        frame.deflated(Deflated.common(frame.text(), text, before.end(), forms, audience.wanted));
        before.append(text);
    }
}
