package dev.flightboard.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.Block;
import dev.flightboard.support.EventStream;
import dev.flightboard.support.RawHttp2;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream that is compressed once for all: what is read of it is what others read as plain text. */
class GzipIT {

    private static final String[] GZIP = {"Accept-Encoding", "gzip"};

    private final Service service = Service.shared();
    private final String id = Service.newId();

    // P58
    @Test
    void whoAsksForACompressedStreamGetsOne() {
        try (EventStream stream = service.live("", GZIP)) {

            assertThat(stream.headers())
                    .containsEntry("Content-Encoding", "gzip")
                    .containsEntry("Vary", "Accept-Encoding");
        }
    }

    // P58
    @ParameterizedTest
    @ValueSource(strings = {"identity", "br", "gzip;q=0", "identity, gzip;q=0.5"})
    void whoDoesNotGetsPlainTextAndIsToldThatItCouldBeOther(String accepted) {
        try (EventStream stream = service.live("", "Accept-Encoding", accepted)) {

            assertThat(stream.headers()).doesNotContainKey("Content-Encoding").containsEntry("Vary", "Accept-Encoding");
        }
    }

    @Test
    void headSaysWhatGetWouldBe() {
        var answer = service.replica.send("HEAD", "/events", HttpResponse.BodyHandlers.ofString(), GZIP);

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    }

    // P59, P60
    @Test
    void whatIsReadIsThePlainTextThoughOthersJoinMeanwhile() {
        String query = "?flight=" + id;
        try (EventStream plain = service.live(query);
                EventStream early = service.live(query, GZIP)) {
            String alike = "\"origin\":\"" + "Llanfairpwllgwyngyll ".repeat(3).strip() + "\"";
            for (int i = 0; i < 40; i++) service.write(id, "landing", "," + alike + ",\"gate\":\"" + i + "\"");
            plain.await(block -> block.data().contains("\"gate\":\"39\""));
            early.await(block -> block.data().contains("\"gate\":\"39\""));
            try (EventStream late = service.live(query, GZIP)) {
                for (int i = 40; i < 80; i++) service.write(id, "landed", "," + alike + ",\"gate\":\"" + i + "\"");

                List<String> told = told(plain);

                assertThat(told).hasSize(40);
                assertThat(told(early)).isEqualTo(told);
                assertThat(told(late)).isEqualTo(told);
            }
        }
    }

    @Test
    void aCursorFromACompressedStreamIsContinued() {
        String seen;
        try (EventStream stream = service.live("", GZIP)) {
            seen = stream.lastEventId();
        }
        service.show(id, "landed");

        try (EventStream stream = service.live("", "Accept-Encoding", "gzip", "Last-Event-ID", seen)) {

            assertThat(stream.text()).doesNotContain("reset").contains("\"id\":\"" + id + "\"");
        }
    }

    // P61
    @Test
    void everyCleanEndIsTheEndOfTheCompressedTextThroughGatewaysToo() throws IOException {
        try (Service shortlived = Service.start("FLIGHTBOARD_STREAM_MAX_AGE=3s");
                Gateway nginx = Gateway.nginx();
                Gateway compressing = Gateway.compressingNginx();
                Gateway haproxy = Gateway.haproxy()) {
            nginx.start(List.of(shortlived.replica));
            compressing.start(List.of(shortlived.replica));
            haproxy.start(List.of(shortlived.replica));
            for (int port : new int[] {shortlived.replica.port(), nginx.port, compressing.port, haproxy.port}) {
                try (EventStream stream = EventStream.open(port, "/events", GZIP)) {
                    stream.await("live");
                    String flight = Service.newId();

                    shortlived.write(flight, "landing");

                    stream.await(block -> block.isFlight(flight, "landing"));
                    assertThat(stream.headers()).containsEntry("Content-Encoding", "gzip");
                    assertThat(stream.awaitCleanEnd()).isTrue();
                }
            }
        }
    }

    @Test
    void overHttp2ItIsTheSame() throws IOException {
        service.show(id, "landed");
        try (RawHttp2 client = new RawHttp2(service.replica.port(), 1 << 20)) {
            client.get(1, "/events?flight=" + id, "accept-encoding", "gzip");

            client.await(1, bytes -> textSoFar(bytes).contains("event: live"));

            assertThat(textSoFar(client.bytes(1))).contains("event: reset\n").contains("\"id\":\"" + id + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/flights", "/contract/flight-state.schema.json"})
    void overHttp2NothingIsCompressedTwice(String path) {
        try (RawHttp2 client = new RawHttp2(service.replica.port(), 1 << 20)) {
            client.get(1, path, "accept-encoding", "gzip");

            client.await(1, bytes -> textSoFar(bytes).stripTrailing().matches("(?s)[\\[{].*[\\]}]"));
        }
    }

    private static String textSoFar(byte[] compressed) {
        StringBuilder text = new StringBuilder();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            byte[] buffer = new byte[4096];
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                text.append(new String(buffer, 0, count, UTF_8));
            }
        } catch (EOFException moreIsToCome) {
            return text.toString();
        } catch (IOException notCompressed) {
            throw new UncheckedIOException(notCompressed);
        }
        return text.toString();
    }

    /** The flight's states up to the last that was written. */
    private static List<String> told(EventStream stream) {
        return stream.until(block -> block.data().contains("\"gate\":\"79\"")).stream()
                .map(Block::data)
                .filter(data -> data.contains("\"gate\""))
                .toList();
    }
}
