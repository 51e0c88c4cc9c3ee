package dev.flightboard.fanout;

import java.util.concurrent.atomic.AtomicInteger;

/** All subscribers of one view. Changed and read by the hub's thread and event loops, as each field says. */
final class Audience {

    final View view;

    /** How many subscribers; changed and read only within {@code compute} of the map of audiences. */
    int size;

    /** How many of them read compressed text; changed like the size, read by the hub's thread. */
    volatile int compressed;

    /** When a frame was last made for it, on a clock that only goes forward; owned by the hub's thread. */
    long lastFrameAt;

    /** Which compressed forms of the next frame some subscriber will ask for, a bit each; set on event loops. */
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

    /** The forms that were asked for since the last frame; where none was, the same as at that frame. */
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
