package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.RawHttp2;
import dev.flightboard.support.Wait;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Readers that need longer for the board than the write timeout, or stop. */
class SlowReaderIT {

    private static final int FLIGHTS = 400;
    private static final String CODESHARES = String.join("\",\"", Collections.nCopies(16, "x".repeat(64)));

    // 450 kB of board are read in about twice the write timeout of 2 s.
    private static final int BYTES_A_TURN = 12 * 1024;
    private static final int TURN_MILLIS = 100;

    private static Service service;

    @BeforeAll
    static void startWithALargeBoard() {
        service = Service.start("FLIGHTBOARD_STREAM_WRITE_TIMEOUT=2s");
        Map<String, String> states = new LinkedHashMap<>();
        for (int i = 0; i < FLIGHTS; i++) {
            states.put(
                    "F" + i,
                    "{\"flight\":\"F%d\",\"state\":\"landing\",\"codeshares\":[\"%s\"]}".formatted(i, CODESHARES));
        }
        service.kafka.sendAll(service.topic, states);
        Wait.until("the board", () -> service.metric("flightboard_board_flights") == FLIGHTS);
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void overHttp1OneThatReadsSteadilyGetsAllAndOneThatStopsIsCut() throws IOException {
        double cut = cuts();
        try (Socket stopped = request("/events");
                Socket steady = request("/events")) {
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            InputStream in = steady.getInputStream();

            everyTurn(() -> {
                read.writeBytes(in.readNBytes(Math.min(BYTES_A_TURN, Math.max(1, in.available()))));
                return read.toString(StandardCharsets.UTF_8).contains("event: live");
            });

            assertThat(flights(read.toString(StandardCharsets.UTF_8))).isEqualTo(FLIGHTS);
            Wait.until("the other's end", () -> cuts() == cut + 1);
            assertThat(stopped.isConnected()).isTrue();
        }
    }

    @Test
    void overHttp2EachStreamIsJudgedByItself() {
        double cut = cuts();
        try (RawHttp2 client = new RawHttp2(service.replica.port(), BYTES_A_TURN)) {
            client.get(1, "/events");
            client.get(3, "/events");

            everyTurn(() -> {
                client.widen(1, BYTES_A_TURN);
                client.await(1, client.received(1) + 1);
                return client.text(1).contains("event: live");
            });
            client.awaitReset(3);

            assertThat(client.isReset(1)).isFalse();
            assertThat(flights(client.text(1))).isEqualTo(FLIGHTS);
            assertThat(client.received(3)).isLessThanOrEqualTo(BYTES_A_TURN);
            assertThat(cuts()).isEqualTo(cut + 1);
        }
    }

    // P57
    @Test
    void overHttp2ABoundOfStreamsIsAnnounced() {
        try (RawHttp2 client = new RawHttp2(service.replica.port(), BYTES_A_TURN)) {
            assertThat(client.maxStreams()).isEqualTo(100);
        }
    }

    @Test
    void whoTakesNothingOfAnOrdinaryAnswerIsCutToo() throws IOException {
        String stuck = "flightboard_connections_ended_total{reason=\"stuck\"}";
        double before = service.metric(stuck);
        try (Socket stopped = new Socket();
                RawHttp2 client = new RawHttp2(service.replica.port(), 1)) {
            // More than the kernel holds of it.
            stopped.setReceiveBufferSize(4096);
            stopped.connect(new InetSocketAddress("127.0.0.1", service.replica.port()));
            String flights = "GET /flights HTTP/1.1\r\nHost: localhost\r\n\r\n";
            stopped.getOutputStream().write(flights.repeat(20).getBytes(StandardCharsets.US_ASCII));
            client.get(1, "/flights");

            Wait.until("their ends", () -> service.metric(stuck) == before + 2);
        }
    }

    private static Socket request(String path) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("127.0.0.1", service.replica.port()));
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private interface Turn {
        boolean isLast() throws IOException;
    }

    private static void everyTurn(Turn turn) {
        Awaitility.await()
                .atMost(Wait.DEADLINE)
                .pollDelay(java.time.Duration.ZERO)
                .pollInterval(java.time.Duration.ofMillis(TURN_MILLIS))
                .until(turn::isLast);
    }

    private static double cuts() {
        return service.metric("flightboard_stream_ends_total{reason=\"write-timeout\"}");
    }

    private static int flights(String stream) {
        return stream.split("\"state\":\"landing\"", -1).length - 1;
    }
}
