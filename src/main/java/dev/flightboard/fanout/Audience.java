package dev.flightboard.fanout;

import java.util.concurrent.atomic.AtomicInteger;

/** Everybody who watches one view. */
final class Audience {

    final View view;

    /** Subscribers; changed only within the hub's map of audiences. */
    int size;

    /** Those of them who read compressed text; changed likewise, read by the hub's thread. */
    volatile int compressed;

    /** When it was last sent something, on a clock that only goes forward; owned by the hub's thread. */
    long lastFrameAt;

    /** Which forms of the next frame somebody will ask for; set on event loops. */
    final AtomicInteger wanted = new AtomicInteger();

    // Owned by the hub's thread.
    private int wantedBefore = 1;
    private CommonText commonText;

    Audience(View view, long now) {
        this.view = view;
        this.lastFrameAt = now;
    }

    boolean isCompressed() {
        return compressed > 0;
    }

    /** Where nobody has said what it wants since the last frame, they want what they wanted then. */
    int wantedForms() {
        int now = wanted.getAndSet(0);
        if (now != 0) wantedBefore = now;
        return wantedBefore;
    }

    CommonText commonText() {
        if (commonText == null) commonText = new CommonText();
        return commonText;
    }
}
