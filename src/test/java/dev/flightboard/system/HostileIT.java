package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.EventStream;
import dev.flightboard.support.RawConnection;
import dev.flightboard.support.Wait;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Twenty thousand connections that want no good, and one browser. */
@Tag("alone")
class HostileIT {

    private static final int CONNECTIONS = 20_000;
    private static final int ATTACKERS = 4;
    private static final String EVENTS = "GET /events?flight=%d HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String FLIGHTS = "GET /flights HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @Test
    void aCrowdOfHostileConnectionsCostsNothingThatIsNotGivenBackAndAnOrdinaryBrowserIsServedMeanwhile()
            throws Exception {
        // All workers from the start: the service itself lets them come and go.
        try (Service service =
                Service.start("FLIGHTBOARD_CONNECTIONS_REQUEST_TIMEOUT=1s", "QUARKUS_THREAD_POOL_CORE_THREADS=16")) {
            attack(service, CONNECTIONS / 10);
            Wait.until("calm", () -> Held.by(service).isNothing());
            Held before = Held.by(service);
            int linesBefore = lines(service);

            try (EventStream browser = service.live("?flight=BA1")) {
                Future<?> attack = Executors.newSingleThreadExecutor().submit((Callable<Void>) () -> {
                    attack(service, CONNECTIONS);
                    return null;
                });
                for (int gate = 1; !attack.isDone(); gate++) {
                    String shown = "\"gate\":\"" + gate + "\"";
                    service.write("BA1", "landing", "," + shown);
                    browser.await(block -> block.data().contains(shown));
                }
                attack.get();
            }

            Wait.untilAsserted(
                    "all is given back", () -> assertThat(Held.by(service)).isEqualTo(before));
            assertThat(lines(service) - linesBefore).isLessThan(CONNECTIONS);
            assertThat(service.replica.log()).doesNotContain("\tat ");
        }
    }

    /** What a connection can hold on to. */
    private record Held(double slots, double filters, double connections, int files, int threads) {

        boolean isNothing() {
            return slots == 0 && filters == 0 && connections == 0;
        }

        static Held by(Service service) {
            String process = "/proc/" + service.replica.pid();
            return new Held(
                    service.metric("flightboard_stream_subscribers"),
                    service.metric("flightboard_stream_views"),
                    service.metric("flightboard_connections_open"),
                    new File(process, "fd").list().length,
                    new File(process, "task").list().length);
        }
    }

    private static void attack(Service service, int connections) throws Exception {
        ExecutorService attackers = Executors.newFixedThreadPool(ATTACKERS);
        List<Future<?>> attacks = new ArrayList<>();
        for (int i = 0; i < ATTACKERS; i++) {
            int first = i;
            attacks.add(attackers.submit(() -> {
                for (int n = first; n < connections; n += ATTACKERS) attack(service.replica.port(), n);
            }));
        }
        for (Future<?> each : attacks) each.get();
        attackers.shutdown();
    }

    private static void attack(int port, int n) {
        String request = EVENTS.formatted(n % 100);
        // Every byte of a request, again and again.
        int at = n / 5 % request.length();
        try (RawConnection connection = RawConnection.to(port)) {
            switch (n % 5) {
                case 0 -> connection.send(request.substring(0, at));
                case 1 -> connection.send(request.substring(0, at)).reset();
                case 2 -> connection.send(FLIGHTS + request);
                case 3 -> connection.send(request).halfClose().reset();
                default -> connection.send(request.substring(0, at) + '\0' + request);
            }
        }
    }

    private static int lines(Service service) {
        return service.replica.log().split("\n").length;
    }
}
