package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.EventStream;
import dev.flightboard.support.RawConnection;
import dev.flightboard.support.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections, with little room, little patience, and behind a proxy. */
class ConnectionIT {

    private static final String GET = "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static Service service;

    @BeforeAll
    static void start() {
        service = Service.start(
                "FLIGHTBOARD_CONNECTIONS_MAX=50",
                "FLIGHTBOARD_CONNECTIONS_REQUEST_TIMEOUT=300ms",
                "FLIGHTBOARD_CONNECTIONS_IDLE_TIMEOUT=300ms",
                "FLIGHTBOARD_STREAM_MAX_VIEWS=20",
                "FLIGHTBOARD_STREAM_MAX_VIEWS_PER_ADDRESS=4",
                "FLIGHTBOARD_STREAM_MAX_SUBSCRIBERS=45",
                "FLIGHTBOARD_STREAM_MAX_SUBSCRIBERS_PER_ADDRESS=40",
                "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING=true",
                "QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED=true",
                "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES=127.0.0.1,10.0.0.0/8");
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @BeforeEach
    void nothingIsLeftOfTheTestBefore() {
        assertNothingIsLeft();
    }

    // P56
    @Test
    void aConnectionThatAsksNothingOrHalfARequestOrNothingMoreIsClosedInTime() {
        try (RawConnection silent = connect();
                RawConnection half = connect();
                RawConnection done = connect()) {

            half.send("GET /flights HTTP/1.1\r\nHost: loc");
            done.send(GET.formatted("/flights/A"));

            assertThat(silent.readToEnd()).isEmpty();
            assertThat(half.readToEnd()).isEmpty();
            assertThat(done.readToEnd()).endsWith("no such flight on the board\n");
        }
    }

    // P56
    @Test
    void aStreamIsNoConnectionThatWaits() {
        String id = Service.newId();
        try (EventStream stream = service.live("?flight=" + id)) {
            try (RawConnection later = connect()) {
                later.readToEnd();
            }

            service.write(id, "landed");

            assertThat(stream.await("").isFlight(id, "landed")).isTrue();
        }
    }

    @Test
    void whereThereIsNoRoomTheOneThatHasWaitedLongestMakesIt() {
        List<RawConnection> waiting = new ArrayList<>();
        try {
            IntStream.range(0, 60).forEach(i -> waiting.add(connect()));

            try (EventStream browser = service.live("")) {
                assertThat(browser.status()).isEqualTo(200);
            }
            assertThat(service.metric("flightboard_connections_ended_total{reason=\"made-room\"}"))
                    .isPositive();
        } finally {
            waiting.forEach(RawConnection::close);
        }
    }

    @Test
    void whenAllRoomIsTakenByStreamsProbesAreStillAnswered() {
        List<RawConnection> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 45; i++) streams.add(stream("192.0.2." + i, ""));
            for (RawConnection each : streams) each.readUntil("event: live");
            IntStream.range(0, 20).forEach(i -> streams.add(connect()));

            assertThat(service.replica.readiness()).isEqualTo(200);
            assertThat(service.metric("flightboard_stream_subscribers")).isEqualTo(45);
        } finally {
            streams.forEach(RawConnection::close);
        }
    }

    @Test
    void requestsForTheBoardAndAStreamInOnePacketThatIsAllLeaveNothingBehind() {
        for (int i = 0; i < 200; i++) {
            try (RawConnection hasty = connect()) {
                hasty.send(GET.formatted("/flights") + GET.formatted("/events?flight=" + i));
                if (i % 2 == 0) hasty.reset();
            }
        }

        assertNothingIsLeft();
    }

    @Test
    void streamsThatAreResetAtOnceLeaveNothingButTheirLines() {
        int before = service.replica.log().split("\n").length;

        for (int i = 0; i < 200; i++) connect().send(GET.formatted("/events")).reset();

        assertNothingIsLeft();
        assertThat(service.replica.log().split("\n").length - before).isLessThanOrEqualTo(200);
        assertThat(service.replica.log()).doesNotContain("\tat ");
    }

    // P51
    @Test
    void oneAddressHasItsShareOfTheFiltersAndTheWholeBoardNeedsNone() {
        List<RawConnection> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) streams.add(stream("192.0.2.1", "?flight=" + i));
            for (RawConnection each : streams) each.readUntil("event: live");

            try (RawConnection fifth = stream("192.0.2.1", "?flight=5");
                    RawConnection again = stream("192.0.2.1", "?flight=1");
                    RawConnection whole = stream("192.0.2.1", "");
                    RawConnection other = stream("192.0.2.2", "?flight=5")) {
                assertThat(fifth.readUntil("\r\n\r\n"))
                        .startsWith("HTTP/1.1 503 ")
                        .contains("Retry-After");
                again.readUntil("event: live");
                whole.readUntil("event: live");
                other.readUntil("event: live");
            }
        } finally {
            streams.forEach(RawConnection::close);
        }
    }

    // P52
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "192.0.2.7 | 192.0.2.7",
                "192.0.2.7:1234 | 192.0.2.7",
                "2001:db8::7 | 2001:db8::7",
                "[2001:db8::7]:443 | 2001:db8::7",
                "::ffff:192.0.2.7 | 192.0.2.7",
                "198.51.100.1, 192.0.2.7 | 192.0.2.7",
                "198.51.100.1, 192.0.2.7, 10.1.2.3 | 192.0.2.7",
                "10.1.2.4, 10.1.2.3 | 10.1.2.4",
                "forged, 10.1.2.3 | 10.1.2.3",
                "'' | 127.0.0.1",
                "',' | 127.0.0.1",
                "unknown | 127.0.0.1",
                "[ | 127.0.0.1"
            })
    void theClientIsTheLastOneNamedThatIsNoTrustedProxy(String named, String client) {
        String path = "/flights/" + Service.newId();
        try (RawConnection proxy = connect()) {
            proxy.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + named + "\r\n\r\n")
                    .readUntil("no such flight");
        }

        Wait.until("the line", () -> service.replica.log().contains(path));
        assertThat(service.replica.log()).contains(" " + client + " \"GET " + path);
    }

    @Test
    void everyRequestIsAnsweredOrItsConnectionEndsAndNoneIsTheServicesFault() {
        long seed = Long.getLong("requests.seed", new Random().nextLong());
        RawRequests requests = new RawRequests(seed);
        int lines = service.replica.log().split("\n").length;
        int tries = Integer.getInteger("requests.tries", 2000);

        for (int i = 0; i < tries; i++) {
            String request = requests.next();
            // A part is for who asks for one.
            String part = request.contains("Range") ? "|206" : "";
            try (RawConnection connection = connect()) {
                String answer = connection.send(request).halfClose().readHead();

                assertThat(answer)
                        .as("seed %d, request %d:%n%s", seed, i, request)
                        .matches("(?s)|HTTP/1\\.[01] (1\\d\\d|20[04]" + part + "|30\\d|4\\d\\d|50[135]) .*\r\n\r\n");
            }
        }

        assertNothingIsLeft();
        assertThat(service.replica.log().split("\n").length - lines).isLessThan(tries);
        assertThat(service.replica.log()).doesNotContain("\tat ").doesNotContain(" ERROR ");
    }

    private static RawConnection connect() {
        return RawConnection.to(service.replica.port());
    }

    private static RawConnection stream(String address, String query) {
        return connect()
                .send("GET /events" + query + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + address
                        + "\r\n\r\n");
    }

    private static void assertNothingIsLeft() {
        Wait.until("the last stream's end", () -> service.metric("flightboard_stream_subscribers") == 0);
        Wait.until("the last connection's end", () -> service.metric("flightboard_connections_open") == 0);
        assertThat(service.metric("flightboard_stream_views")).isZero();
    }
}
