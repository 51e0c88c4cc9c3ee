package dev.flightboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

class SocketTransportTest {

    @Test
    void onAChannelThatHasClosedAStreamEndsAtOnce() {
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.close();
        Heard heard = new Heard();

        new SocketTransport(channel, true, PlainCoding.INSTANCE.nothing()).open(heard);

        assertThat(heard.closed).isOne();
    }

    private static final class Heard implements Transport.Listener {

        private int closed;

        @Override
        public void hasRoom() {}

        @Override
        public void closed() {
            closed++;
        }
    }
}
