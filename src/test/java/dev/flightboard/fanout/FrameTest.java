package dev.flightboard.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrameTest {

    private final Frame frame = Frame.of(
            Frame.Kind.NEWS,
            View.WHOLE_BOARD,
            null,
            null,
            List.of(EventFormat.removed("é"), EventFormat.removed("I768")),
            "cursor",
            States.NONE);

    // P19
    @Test
    void theCursorGoesWithTheLastEvent() {
        assertThat(Browser.text(frame)).isEqualTo("""
                        event: removed
                        data: {"id":"é"}

                        id: cursor
                        event: removed
                        data: {"id":"I768"}

                        """);
    }

    @Test
    void aFrameIsOneChunkOfHttp() {
        int size = Browser.text(frame).getBytes(UTF_8).length;

        assertThat(frame.text().framed().toString(UTF_8))
                .isEqualTo(Integer.toHexString(size) + "\r\n" + Browser.text(frame) + "\r\n");
    }

    @Test
    void readersOfOneFrameDoNotDisturbEachOther() {
        frame.text().framed().readByte();
        frame.text().framed().release();

        assertThat(frame.text().framed().readableBytes())
                .isEqualTo(frame.text().framed().capacity());
        assertThat(Browser.text(frame)).startsWith("event: removed");
    }
}
