package dev.flightboard.fanout;

/** Everybody who watches one view. */
final class Audience {

    final View view;

    /** Subscribers; changed only within the hub's map of audiences. */
    int size;

    /** When it was last sent something, by {@link System#nanoTime}; owned by the hub's thread. */
    long lastFrameAt = System.nanoTime();

    Audience(View view) {
        this.view = view;
    }
}
