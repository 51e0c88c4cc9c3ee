package dev.flightboard.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n";
    private static final String CHUNKED = HEAD + "transfer-encoding: chunked\r\n\r\n";

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void blocksAreReadAcrossChunkBordersAndTheirFramingIsLeftOut() throws IOException {
        EventStream stream = answered(CHUNKED + "8\r\nretry: 1\r\n1\r\n\n\r\n"
                + chunk("\nid:abc\ndata: {\"id\":\"é\",\"state\":\"landed\"}\n\n") + "0\r\n\r\n");

        Block flight = stream.await("");

        assertThat(flight.isFlight("é", "landed")).isTrue();
        assertThat(stream.text()).isEqualTo("retry: 1\n\nid:abc\ndata: {\"id\":\"é\",\"state\":\"landed\"}\n\n");
        assertThat(stream.lastEventId()).isEqualTo("abc");
        assertThat(stream.headers()).containsEntry("content-type", "text/event-stream");
        assertThat(stream.awaitCleanEnd()).isTrue();
    }

    @Test
    void boardFollowsStatesRemovalsAndResets() throws IOException {
        EventStream stream = answered(CHUNKED
                + chunk("data: {\"id\":\"A\",\"state\":\"landed\"}\n\nevent: reset\ndata: {}\n\n"
                        + "data: {\"id\":\"B\",\"state\":\"landed\"}\n\ndata: {\"id\":\"C\",\"state\":\"bags\"}\n\n"
                        + "event: removed\ndata: {\"id\":\"B\"}\n\nevent: live\ndata: {}\n\n"));

        stream.await("live");

        assertThat(stream.board().flights()).containsOnlyKeys("C");
        assertThat(stream.board().state("C")).isEqualTo("bags");
    }

    @Test
    void endInsideABlockIsNotClean() throws IOException {
        EventStream stream = answered(CHUNKED + chunk("data: {}\n") + "0\r\n\r\n");

        assertThat(stream.awaitCleanEnd()).isFalse();
    }

    @Test
    void cutWithoutLastChunkIsNotClean() throws IOException {
        EventStream stream = answered(CHUNKED + chunk("data: {}\n\n"));

        assertThat(stream.awaitCleanEnd()).isFalse();
    }

    @Test
    void whatDoesNotComeIsReportedWithWhatCame() throws IOException {
        EventStream stream = answered(CHUNKED + chunk("event: live\ndata: {}\n\n"));

        assertThatThrownBy(() -> stream.await("stale")).hasMessageContaining("event: live");
    }

    @Test
    void timeThatPassesInTheMiddleOfAChunkLosesNothing() throws IOException {
        EventStream stream;
        try (Socket connection = accepted(CHUNKED + "9\r\ndata")) {
            stream = opened;

            assertThat(stream.within(Duration.ofMillis(50))).isEmpty();
            connection.getOutputStream().write(": {}\n\r\n1\r\n\n\r\n".getBytes(StandardCharsets.UTF_8));

            assertThat(stream.await("").data()).isEqualTo("{}");
        }
    }

    private EventStream opened;

    // The connection is closed after the answer.
    private EventStream answered(String answer) throws IOException {
        accepted(answer).close();
        return opened;
    }

    private Socket accepted(String answer) throws IOException {
        Thread browser = new Thread(() -> opened = EventStream.open(server.getLocalPort(), "/events"));
        browser.start();
        Socket connection = server.accept();
        connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        // Unread input would turn the close into a reset.
        byte[] request = new byte[1024];
        for (int length = 0; !new String(request, 0, length, StandardCharsets.UTF_8).endsWith("\r\n\r\n"); ) {
            length += connection.getInputStream().read(request, length, request.length - length);
        }
        try {
            browser.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return connection;
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.getBytes(StandardCharsets.UTF_8).length) + "\r\n" + text + "\r\n";
    }
}
