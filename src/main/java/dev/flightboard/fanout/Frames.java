package dev.flightboard.fanout;

import java.util.List;

/**
 * What one flush of the hub hands to every event loop.
 *
 * @param unencoded views whose frame could not be encoded: their subscribers ask the board, each for itself
 */
record Frames(List<Frame> encoded, List<View> unencoded) {

    boolean isEmpty() {
        return encoded.isEmpty() && unencoded.isEmpty();
    }
}
