package dev.flightboard.fanout;

/** Everybody who watches one view. */
final class Audience {

    final View view;

    /** Subscribers; changed only within the hub's map of audiences. */
    int size;

    /** When it was last sent something, on a clock that only goes forward; owned by the hub's thread. */
    long lastFrameAt;

    Audience(View view, long now) {
        this.view = view;
        this.lastFrameAt = now;
    }
}
