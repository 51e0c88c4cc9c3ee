package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.Block;
import dev.flightboard.support.EventStream;
import dev.flightboard.support.Wait;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the service does by the clock and by permission, with settings short enough to wait for. */
class SettingsIT {

    private static final String FRIEND = "https://friend.example";
    private static Service service;

    private final String id = Service.newId();

    @BeforeAll
    static void startInAHurry() {
        service = Service.start(
                "FLIGHTBOARD_STREAM_HEARTBEAT=200ms",
                "FLIGHTBOARD_STREAM_AHEAD_WAIT=500ms",
                "FLIGHTBOARD_BOARD_TOMBSTONE_MEMORY=5s",
                "FLIGHTBOARD_TIME_ZONE=Europe/Rome",
                "FLIGHTBOARD_ORIGINS=" + FRIEND,
                "FLIGHTBOARD_ORIGINS_HEADERS=Authorization");
    }

    @AfterAll
    static void close() {
        service.close();
    }

    // P13, P15
    @Test
    void inSilenceWhereTheBoardStandsIsSaidOnceMoreWithACursor() {
        try (EventStream stream = service.live("?flight=" + id)) {

            List<Block> beats = stream.within(Duration.ofSeconds(1));

            assertThat(beats).hasSizeGreaterThan(1).allMatch(Block::isHeartbeat);
            assertThat(stream.text()).containsPattern("\n\nid: [A-Za-z0-9_-]{1,128}\nevent: live\ndata: ");
        }
    }

    // P15
    @Test
    void aHeartbeatsCursorIsOneToContinueFrom() {
        service.show(id, "landing");
        String cursor;
        try (EventStream before = service.live("")) {
            cursor = before.await(Block::isHeartbeat).id().orElseThrow();
        }

        try (EventStream after = service.live("", "Last-Event-ID", cursor)) {

            assertThat(after.text()).doesNotContain("reset");
        }
    }

    // P33
    @Test
    void aBrowserThatStaysAheadGetsTheWholeBoardAfterAWhile() {
        service.show(id, "landing");

        try (EventStream stream = service.live("", "Last-Event-ID", Ahead.of(service.cursor()))) {

            assertThat(stream.text()).contains("event: reset\n");
            assertThat(stream.board().state(id)).isEqualTo("landing");
        }
    }

    // P28
    @Test
    void aCursorOlderThanTheMemoryOfRemovalsGetsTheWholeBoard() {
        String cursor = service.cursor();

        Wait.until("the whole board for an old cursor", () -> {
            try (EventStream stream = service.live("", "Last-Event-ID", cursor)) {
                return stream.text().contains("event: reset\n");
            }
        });

        assertThat(service.replica.readiness()).isEqualTo(200);
    }

    @Test
    void arrivalIsDerivedInTheBoardsZone() {
        service.show(id, "landing", ",\"scheduled\":\"2026-07-31T10:10:00Z\"");

        String flight = service.replica.get("/flights/" + id).body();

        assertThat(flight).contains("\"arrival\":\"12:10\"");
    }

    // P68
    @Test
    void anAllowedOriginMayReadTheStreamAndItsCursor() {
        try (EventStream stream = service.replica.events("?flight=" + id, "Origin", FRIEND)) {

            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.headers()).containsEntry("Access-Control-Allow-Origin", FRIEND);
            assertThat(stream.headers().get("Access-Control-Expose-Headers")).contains("Last-Event-ID");
        }
    }

    // P70
    @Test
    void aCacheKeepsOneOriginsAnswerFromAnother() {
        assertThat(service.replica.get("/flights", "Origin", FRIEND).headers().allValues("Vary"))
                .contains("Origin");
        assertThat(service.replica.get("/flights").headers().allValues("Vary")).contains("Origin");
        try (EventStream stream = service.replica.events("?flight=" + id)) {
            assertThat(stream.headers().get("Vary").split(", ")).contains("Origin", "Accept-Encoding");
        }
    }

    // P69
    @Test
    void aCursorTooLongForASimpleRequestPassesThePreflight() {
        HttpResponse<String> answer = preflight(FRIEND);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(FRIEND);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValueSatisfying(headers -> assertThat(headers)
                        .containsIgnoringCase("last-event-id")
                        .containsIgnoringCase("authorization"));
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods"))
                .hasValueSatisfying(methods -> assertThat(methods).contains("GET"));
    }

    // P68
    @Test
    void anyOtherOriginIsRefused() {
        HttpResponse<String> answer = preflight("https://foe.example");

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(service.replica
                        .get("/events", "Origin", "https://foe.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(service.replica.log()).doesNotContain("CORS Rejected");
    }

    private static HttpResponse<String> preflight(String origin) {
        return service.replica.send(
                "OPTIONS",
                "/events",
                BodyHandlers.ofString(),
                "Origin",
                origin,
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "last-event-id");
    }
}
