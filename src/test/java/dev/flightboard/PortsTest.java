package dev.flightboard;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightboard.support.FreePort;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "quarkus.http.port", String.valueOf(FreePort.next()),
            "quarkus.management.port", String.valueOf(FreePort.next())));

    @Test
    void freePortsAreFine() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void aTakenPortIsNamedWithItsSetting() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            settings.put("quarkus.management.port", String.valueOf(taken.getLocalPort()));

            assertThatThrownBy(this::check)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("QUARKUS_MANAGEMENT_PORT");
        }
    }

    @Test
    void metricsAreNotOpenedToBrowsersByOnePortForBoth() {
        settings.put("quarkus.management.port", settings.get("quarkus.http.port"));

        assertThatThrownBy(this::check).hasMessageContaining("QUARKUS_MANAGEMENT_PORT and QUARKUS_HTTP_PORT are both");
    }

    @Test
    void portsThatTheSystemChoosesMayLookTheSame() {
        settings.put("quarkus.http.port", "0");
        settings.put("quarkus.management.port", "0");

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void aHostThatIsNotOfThisMachineIsNamed() {
        settings.put("quarkus.http.host", "192.0.2.1");

        assertThatThrownBy(this::check).hasMessageContaining("192.0.2.1").hasMessageContaining("QUARKUS_HTTP_");
    }

    private void check() {
        new Ports(new SmallRyeConfigBuilder()
                        .addDefaultInterceptors()
                        .withSources(new PropertiesConfigSource(settings, "settings", 100))
                        .build())
                .check();
    }
}
