package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.RawConnection;
import dev.flightboard.support.RawHttp2;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as strangers send them, byte for byte: each has an answer, and none costs what is not given back. */
class RequestIT {

    private static final String HOST = "Host: localhost\r\n";

    private final Service service = Service.shared();

    // P55
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /events HTTP/9.9 | 505",
                "GET /events HTTP/3.0 | 505",
                "GET /events http/1.1 | 505",
                "GET /events HTTP/x | 400",
                "GET /events | 400",
                "hello | 400",
                "GET /a{b HTTP/1.1 | 400",
                "GET /flights/%zz HTTP/1.1 | 400",
                "GET flights HTTP/1.1 | 400",
                "CONNECT other:80 HTTP/1.1 | 400",
                "GET http://other/flights HTTP/1.1 | 200",
                "GET /flights?x={}&share=50% HTTP/1.1 | 200",
                "GET /unknown HTTP/1.1 | 404",
                "DELETE /flights HTTP/1.1 | 405",
                "TRACE /events HTTP/1.1 | 405"
            },
            quoteCharacter = '\0')
    void everyRequestLineHasAnAnswerWithTheSafeHeaders(String line, int status) {
        assertAnswer(line.strip() + "\r\n" + HOST + "\r\n", status);
    }

    // P40
    @Test
    void whatBrowsersDoNotEscapeIsTakenOverHttp2() {
        try (RawHttp2 connection = new RawHttp2(service.replica.port(), 1 << 20)) {
            connection.get(1, "/events?x={}|&share=50%");

            connection.await(1, told -> new String(told, StandardCharsets.UTF_8).contains("event: live"));
        }
    }

    // P55
    @Test
    void whatIsTooLongIsRefusedWithTheSafeHeaders() {
        assertAnswer("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\n" + HOST + "\r\n", 414);
        assertAnswer("GET / HTTP/1.1\r\n" + HOST + "X: " + "a".repeat(30_000) + "\r\n\r\n", 431);
        assertAnswer("POST /flights HTTP/1.1\r\n" + HOST + "Content-Length: 5000\r\n\r\n" + "x".repeat(5000), 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Host: a\r\nHost: b\r\n", "Host: a b\r\n", "Host: [::1\r\n", "Host: a:port\r\n"})
    void withoutOneWellFormedHostARequestIsBad(String host) {
        assertAnswer("GET /flights HTTP/1.1\r\n" + host + "\r\n", 400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Type: -1 | 200",
                "Content-Type: / | 200",
                "Content-Type: application/json; charset | 200",
                "Content-Type: ,,; | 200",
                "Accept: | 200",
                "Accept: -1 | 400",
                "Accept: text/event-stream;q=x | 200",
                "Accept: text/plain | 406"
            },
            quoteCharacter = '\0')
    void whateverMediaTypesAreNamedAStreamIsGivenOrRefused(String header, int status) {
        try (RawConnection connection = RawConnection.to(service.replica.port())) {
            String head = connection
                    .send("GET /events HTTP/1.1\r\n" + HOST + header.strip() + "\r\n\r\n")
                    .readHead();

            assertThat(head)
                    .startsWith("HTTP/1.1 " + status + " ")
                    .containsIgnoringCase("\r\nX-Content-Type-Options: nosniff\r\n");
        }
    }

    @Test
    void beforeHttp11NoHostIsNeeded() {
        assertAnswer("GET /flights HTTP/1.0\r\n\r\n", 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: !\r\n",
                "Connection: Upgrade\r\nUpgrade: websocket\r\n",
                "If-None-Match: garbled\r\nRange: bytes=x\r\nIf-Modified-Since: yesterday\r\n",
                "Accept-Language: ,;q=x\r\nCookie: ==;;\r\nContent-Type: ;;\r\nAccept-Encoding: ;q=x,,\r\n",
                "X-Forwarded-For: \r\nX-Forwarded-Trusted-Proxy: me\r\nForwarded: for=\r\n",
                "Expect: the unexpected\r\n"
            })
    void noHeaderKeepsARequestFromItsAnswer(String headers) {
        assertThat(answer("GET /flights HTTP/1.1\r\n" + HOST + headers + "Connection: close\r\n\r\n"))
                .matches("(?s)HTTP/1\\.1 (200|406|417) .*");
    }

    // P54
    @Test
    void whatIsNotAllowedIsToldWhatIs() {
        assertThat(answer("PUT /events HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405 ")
                .contains("\r\nAllow: HEAD, GET, OPTIONS\r\n");
    }

    // P3, P50
    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.0", "HTTP/1.1"})
    void aClientThatHasNothingMoreToSayIsAnswered(String version) {
        try (RawConnection flights = RawConnection.to(service.replica.port());
                RawConnection events = RawConnection.to(service.replica.port())) {

            flights.send("GET /flights " + version + "\r\n" + HOST + "\r\n").halfClose();
            events.send("GET /events " + version + "\r\n" + HOST + "\r\n").halfClose();

            assertThat(flights.readToEnd()).endsWith("]\n");
            events.readUntil("event: live");
        }
    }

    // P3
    @Test
    void aStreamSaysThatItsConnectionEndsWithIt() {
        try (RawConnection events = RawConnection.to(service.replica.port())) {
            events.send("GET /events HTTP/1.1\r\n" + HOST + "\r\n");

            assertThat(events.readUntil("\r\n\r\n")).contains("\r\nConnection: close\r\n");
        }
    }

    @Test
    void requestsInOnePacketAreAnsweredInOrderAndGarbageAfterThemEndsTheConnection() {
        String flight = "GET /flights/%s HTTP/1.1\r\n" + HOST + "\r\n";

        String answers = answer(flight.formatted("A") + flight.formatted("B") + "garbage\r\n\r\n");

        assertThat(answers.split("no such flight on the board\n", -1)).hasSize(3);
        assertThat(answers).doesNotContain("400");
    }

    private void assertAnswer(String request, int status) {
        String answer = answer(request);

        assertThat(answer).matches("(?s)HTTP/1\\.[01] " + status + " .*");
        assertThat(answer)
                .containsIgnoringCase("\r\nX-Content-Type-Options: nosniff\r\n")
                .containsIgnoringCase("\r\nReferrer-Policy: same-origin\r\n");
    }

    /** A whole answer: the client has nothing more to say, so that the service ends the connection. */
    private String answer(String request) {
        try (RawConnection connection = RawConnection.to(service.replica.port())) {
            return connection.send(request).halfClose().readToEnd();
        }
    }
}
