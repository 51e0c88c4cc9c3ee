package dev.flightboard.fanout;

import java.nio.charset.StandardCharsets;

/** Frames that say what a test wants. */
public final class TestFrames {

    private TestFrames() {}

    public static Frame of(String text) {
        return Frame.notice(View.WHOLE_BOARD, text.getBytes(StandardCharsets.UTF_8));
    }
}
