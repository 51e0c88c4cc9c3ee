package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.flightboard.support.RawConnection;
import dev.flightboard.support.Wait;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The board as lines of JSON, as a service follows it. */
class StatesIT {

    private static final String STATES = "application/x-ndjson";
    private static final String REQUEST =
            "GET /events?%s HTTP/1.1\r\nHost: localhost\r\nAccept: " + STATES + "\r\n\r\n";
    private static final String OPEN = "flightboard_stream_subscribers";

    // As in SlowReaderFaultIT: more together than the kernel buffers for a socket.
    private static final int FLIGHTS = 100;
    private static final int ROUNDS = 70;
    private static final String CODESHARES = String.join(
            "\",\"", Collections.nCopies(16, "a codeshare of as many characters as a text may have: sixty-four"));

    private static Service service;

    @BeforeAll
    static void start() {
        service = Service.start("FLIGHTBOARD_STREAM_MAX_SUBSCRIBERS=3", "FLIGHTBOARD_STREAM_HEARTBEAT=200ms");
    }

    @AfterAll
    static void close() {
        service.close();
    }

    // P71, P73
    @Test
    void curlAndJqFollowAFlightFromItsStateToItsRemoval() throws Exception {
        for (String tool : new String[] {"/usr/bin/curl", "/usr/bin/jq"}) {
            assumeThat(Files.isExecutable(Path.of(tool))).as(tool).isTrue();
        }
        String id = Service.newId();
        service.show(id, "landing", ",\"scheduled\":\"2099-01-01T10:00:00Z\",\"codeshares\":[\"AA1\"]");

        Process jq = new ProcessBuilder(
                        "sh",
                        "-c",
                        "curl -sN -H 'Accept: %s' '%s' | jq -c --unbuffered ."
                                .formatted(STATES, service.replica.uri("/events?flight=" + id)))
                .start();
        try (BufferedReader lines = jq.inputReader()) {
            assertThat(lines.readLine())
                    .isEqualTo(("{\"id\":\"%s\",\"flight\":\"%s\",\"state\":\"landing\","
                                    + "\"scheduled\":\"2099-01-01T10:00:00Z\",\"arrival\":\"10:00\",\"codeshares\":[\"AA1\"]}")
                            .formatted(id, id));
            service.write(id, "landed");
            assertThat(lines.readLine()).contains("\"state\":\"landed\"");
            service.remove(id);
            assertThat(lines.readLine())
                    .isEqualTo("{\"id\":\"%s\",\"flight\":\"%s\",\"state\":\"removed\"}".formatted(id, id));
        } finally {
            jq.descendants().forEach(ProcessHandle::destroy);
            jq.destroy();
        }
        Wait.until("the slot of a reader that went", () -> service.metric(OPEN) == 0);
    }

    // P71
    @Test
    void whoTakesAnythingGetsEvents() {
        for (String accept : new String[] {"*/*", "text/*, */*;q=0.1", "text/event-stream", ""}) {
            HttpResponse<Void> head =
                    service.replica.send("HEAD", "/events", HttpResponse.BodyHandlers.discarding(), "Accept", accept);

            assertThat(head.headers().firstValue("Content-Type")).as(accept).contains("text/event-stream");
        }
    }

    // P1
    @Test
    void whoTakesNeitherIsTold() {
        for (String method : new String[] {"GET", "HEAD"}) {
            HttpResponse<Void> answer = service.replica.send(
                    method, "/events", HttpResponse.BodyHandlers.discarding(), "Accept", "application/json");

            assertThat(answer.statusCode()).as(method).isEqualTo(406);
        }
    }

    @Test
    void theHeadIsThatOfAStreamAndComesBeforeTheFirstState() {
        try (RawConnection reader = states("flight=NOSUCH")) {
            String head = reader.readHead();

            assertThat(head)
                    .startsWith("HTTP/1.1 200 OK\r\n")
                    .containsIgnoringCase("\r\nContent-Type: application/x-ndjson\r\n")
                    .containsIgnoringCase("\r\nCache-Control: no-cache, no-transform\r\n")
                    .containsIgnoringCase("\r\nX-Accel-Buffering: no\r\n")
                    .doesNotContainIgnoringCase("Content-Encoding: gzip");
        }
    }

    @Test
    void headAnswersLikeGetWithoutAStream() {
        HttpResponse<Void> head =
                service.replica.send("HEAD", "/events", HttpResponse.BodyHandlers.discarding(), "Accept", STATES);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Type")).contains(STATES);
    }

    @Test
    void aFilterBeyondItsBoundsIsABadRequest() {
        try (RawConnection reader = states("flight=" + "x".repeat(65))) {
            assertThat(reader.readHead()).startsWith("HTTP/1.1 400 ");
        }
    }

    // P72
    @Test
    void beyondTheLimitItIsRefusedAndEverySlotIsGivenBackHoweverItsReaderGoes() {
        try (RawConnection first = states("flight=NOSUCH");
                RawConnection second = states("flight=NOSUCH");
                RawConnection third = states("flight=NOSUCH")) {
            for (RawConnection each : new RawConnection[] {first, second, third}) each.readHead();
            try (RawConnection fourth = states("flight=NOSUCH")) {
                assertThat(fourth.readHead()).startsWith("HTTP/1.1 503 ").containsIgnoringCase("\r\nRetry-After: ");
            }
            // One is killed, one ends in order, and one is lost while much is on its way to it.
            first.reset();
        }

        Wait.until("all slots", () -> service.metric(OPEN) == 0);
    }

    // P72
    @Test
    void aSlowReaderIsNotQueuedForAndEndsWithTheNewestStateOfEachFlight() throws IOException {
        try (RawConnection frozen = states("origin=Rome")) {
            frozen.readHead();

            for (int round = 1; round <= ROUNDS; round++) changeAll(round);
            String newest = "\"gate\":\"" + ROUNDS + "\"";
            Wait.until(
                    "the last",
                    () -> service.replica
                            .get("/flights/F" + (FLIGHTS - 1))
                            .body()
                            .contains(newest));

            Map<String, String> board = new LinkedHashMap<>();
            int lines = 0;
            for (; board.values().stream().filter(newest::equals).count() < FLIGHTS; lines++) {
                String line = frozen.readLine();
                var flight = Pattern.compile("\"id\":\"(F\\d+)\"").matcher(line);
                var gate = Pattern.compile("\"gate\":\"\\d+\"").matcher(line);
                if (flight.find() && gate.find()) board.put(flight.group(1), gate.group());
            }

            assertThat(lines).isLessThan(FLIGHTS * ROUNDS * 8 / 10);
        }
    }

    private static RawConnection states(String query) {
        return RawConnection.to(service.replica.port()).send(REQUEST.formatted(query));
    }

    private static void changeAll(int round) {
        Map<String, String> states = new LinkedHashMap<>();
        for (int i = 0; i < FLIGHTS; i++) {
            String state =
                    "{\"flight\":\"F%d\",\"state\":\"landing\",\"origin\":\"Rome\",\"gate\":\"%d\",\"codeshares\":[\"%s\"]}";
            states.put("F" + i, state.formatted(i, round, CODESHARES));
        }
        service.kafka.sendAll(service.topic, states);
    }
}
