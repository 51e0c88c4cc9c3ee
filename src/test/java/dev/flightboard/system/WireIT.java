package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.Block;
import dev.flightboard.support.EventStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a browser is sent, byte for byte. */
class WireIT {

    private final Service service = Service.shared();
    private final String id = Service.newId();

    // P1
    @Test
    void streamsAreEventStreamsThatNobodyMayStoreOrBuffer() {
        try (EventStream stream = service.replica.events("")) {

            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.headers())
                    .containsEntry("Content-Type", "text/event-stream")
                    .containsEntry("Cache-Control", "no-cache, no-transform")
                    .containsEntry("X-Accel-Buffering", "no")
                    .doesNotContainKey("Content-Encoding");
        }
    }

    // P5, P11
    @Test
    void aNewBrowserIsToldToForgetThenEveryFlightThenThatItIsLive() {
        service.show(id, "landing", ",\"origin\":\"Rome\"");

        try (EventStream stream = service.live("?flight=" + id)) {

            assertThat(stream.text().replaceFirst("retry: [0-9]+", "retry: N").replaceAll("(?m)^id: .*$", "id: C"))
                    .matches(("retry: N\n\n"
                                    + "id: C\nevent: reset\ndata: {}\n\n"
                                    + "id: C\ndata: {'id':'" + id + "','flight':'" + id
                                    + "','origin':'Rome','state':'landing'}\n\n"
                                    + "id: C\nevent: live\ndata: {'flights':1,'at':'[0-9T:.-]+Z','timeZone':'UTC'}\n\n")
                            .replace("{", "\\{")
                            .replace('\'', '"'));
        }
    }

    // P16, P20
    @Test
    void everyChangeArrivesInOrderWithTheCursorToContinueFrom() {
        try (EventStream stream = service.live("?flight=" + id)) {

            service.write(id, "landing");
            service.write(id, "landed");
            service.remove(id);
            List<Block> events = stream.until(block -> block.is("removed"));

            assertThat(events)
                    .extracting(Block::data)
                    .containsExactly(
                            "{\"id\":\"" + id + "\",\"flight\":\"" + id + "\",\"state\":\"landing\"}",
                            "{\"id\":\"" + id + "\",\"flight\":\"" + id + "\",\"state\":\"landed\"}",
                            "{\"id\":\"" + id + "\"}");
            assertThat(events.get(2).id())
                    .hasValueSatisfying(cursor -> assertThat(cursor).matches("[A-Za-z0-9_-]{1,128}"));
        }
    }

    // P9
    @Test
    void aPageWithNothingButOnmessageFollowsTheBoard() {
        service.show(id, "landing");

        try (EventStream stream = service.live("")) {
            service.write(id, "landed");
            Block message = stream.await(block -> block.isFlight(id, "landed"));

            assertThat(message.event()).isEmpty();
            assertThat(message.json().get("flight").asText()).isEqualTo(id);
            assertThat(message.json().get("state").asText()).isEqualTo("landed");
        }
    }

    // P2
    @Test
    void browsersAreToldToComeBackAtDifferentTimes() {
        List<Long> retries =
                java.util.stream.IntStream.range(0, 8).mapToObj(i -> retry()).toList();

        assertThat(retries).allMatch(millis -> millis >= 1000 && millis <= 3000);
        assertThat(retries.stream().distinct().count()).isGreaterThan(1);
    }

    // P4
    @Test
    void headAnswersLikeGetWithoutAStream() {
        var answer = service.replica.send("HEAD", "/events", java.net.http.HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
    }

    @Test
    void markupInAFlightArrivesAsTheTextItIs() {
        try (EventStream stream = service.live("?flight=" + id)) {

            service.write(id, "landing", ",\"origin\":\"<script>alert('x')</script> 東京\"");
            Block flight = stream.await("");

            assertThat(flight.json().get("origin").asText()).isEqualTo("<script>alert('x')</script> 東京");
        }
    }

    private long retry() {
        try (EventStream stream = service.replica.events("?flight=" + id)) {
            return Long.parseLong(stream.await(block -> block.field("retry").isPresent())
                    .field("retry")
                    .orElseThrow());
        }
    }
}
