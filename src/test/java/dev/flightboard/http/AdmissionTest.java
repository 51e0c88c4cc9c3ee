package dev.flightboard.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightboard.fanout.View;
import dev.flightboard.support.TestConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.net.SocketAddress;
import jakarta.ws.rs.ServiceUnavailableException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final SocketAddress ONE = address("192.0.2.1");
    private static final SocketAddress OTHER = address("192.0.2.2");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Admission admission = new Admission(
            TestConfig.with(
                    "stream.max-subscribers=5",
                    "stream.max-subscribers-per-address=3",
                    "stream.max-views=2",
                    "stream.max-views-per-address=1"),
            new StreamMetrics(meters));

    @Test
    void aSlotThatIsClosedAgainAndAgainIsGivenBackOnce() {
        Admission.Slot slot = admission.enter(ONE, View.WHOLE_BOARD);
        admission.enter(ONE, View.WHOLE_BOARD);

        slot.close();
        slot.close();
        slot.close();

        assertThat(gauge("subscribers")).isOne();
    }

    @Test
    void aRefusalTakesNothing() {
        for (int i = 0; i < 3; i++) admission.enter(ONE, View.WHOLE_BOARD);

        assertRefused(ONE, View.WHOLE_BOARD, Refusal.LIMIT_PER_ADDRESS);
        assertRefused(ONE, filter("1"), Refusal.LIMIT_PER_ADDRESS);

        assertThat(gauge("subscribers")).isEqualTo(3);
        assertThat(gauge("views")).isZero();
    }

    @Test
    void oneAddressHasItsShareOfTheFilters() {
        admission.enter(ONE, filter("1"));
        admission.enter(ONE, filter("1"));

        assertRefused(ONE, filter("2"), Refusal.LIMIT_VIEWS_PER_ADDRESS);
        admission.enter(OTHER, filter("2"));

        assertThat(gauge("views")).isEqualTo(2);
    }

    // P51
    @Test
    void whereAllFiltersAreTakenTheWholeBoardIsStillServed() {
        admission.enter(ONE, filter("1"));
        admission.enter(OTHER, filter("2"));

        assertRefused(address("192.0.2.3"), filter("3"), Refusal.LIMIT_VIEWS);
        admission.enter(address("192.0.2.3"), View.WHOLE_BOARD);

        assertThat(gauge("subscribers")).isEqualTo(3);
    }

    // P52
    @Test
    void theAddressesOfOneIpv6NetworkAreOne() {
        for (int i = 1; i <= 3; i++) admission.enter(address("2001:db8:1:2::" + i), View.WHOLE_BOARD);

        assertRefused(address("2001:db8:1:2:ffff::"), View.WHOLE_BOARD, Refusal.LIMIT_PER_ADDRESS);
        admission.enter(address("2001:db8:1:3::1"), View.WHOLE_BOARD);

        assertThat(gauge("subscribers")).isEqualTo(4);
    }

    // P53
    @Test
    void whileItDrainsEverybodyIsRefused() {
        admission.close();

        assertRefused(ONE, View.WHOLE_BOARD, Refusal.DRAINING);
    }

    private void assertRefused(SocketAddress client, View view, Refusal refusal) {
        double before = refused(refusal);
        assertThatThrownBy(() -> admission.enter(client, view)).isInstanceOf(ServiceUnavailableException.class);
        assertThat(refused(refusal)).isEqualTo(before + 1);
    }

    private double refused(Refusal refusal) {
        return meters.get("flightboard.stream.refused")
                .tag("reason", refusal.label())
                .counter()
                .count();
    }

    private double gauge(String name) {
        return meters.get("flightboard.stream." + name).gauge().value();
    }

    private static View filter(String flight) {
        return new View(Map.of("flight", Set.of(flight)));
    }

    private static SocketAddress address(String ip) {
        return SocketAddress.inetSocketAddress(50_000, ip);
    }
}
