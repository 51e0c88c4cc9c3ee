package dev.flightboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BannerTest {

    @Test
    void embeddedKafkaIsShownWithItsFolderAndTheWayToAnother() {
        String banner = bannerWith(Map.of());

        assertThat(banner)
                .contains("http://localhost:8080/events")
                .contains("http://localhost:9000/q/health")
                .contains("Kafka      localhost:9092, embedded")
                .contains(Path.of("flightboard-kafka").toAbsolutePath().toString())
                .contains("KAFKA_BOOTSTRAP_SERVERS=")
                .contains("topic      flight-states")
                .contains("simulator  demo");
    }

    @Test
    void namedKafkaIsShownAndNothingIsSimulated() {
        String banner = bannerWith(Map.of("kafka.bootstrap.servers", "kafka.example:9092"));

        assertThat(banner)
                .contains("Kafka      kafka.example:9092\n")
                .doesNotContain("embedded")
                .endsWith("simulator  off");
    }

    @Test
    void aKafkaThatIsNamedByNothingIsNotNamed() {
        String banner = bannerWith(Map.of("kafka.bootstrap.servers", " "));

        assertThat(banner).contains("Kafka      localhost:9092, embedded").contains("simulator  demo");
    }

    private static String bannerWith(Map<String, String> properties) {
        Map<String, String> ports = Map.of("quarkus.http.port", "8080", "quarkus.management.port", "9000");
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(FlightboardConfig.class)
                .withSources(new PropertiesConfigSource(ports, "ports", 100))
                .withSources(new PropertiesConfigSource(properties, "settings", 100))
                .build();
        FlightboardConfig settings = config.getConfigMapping(FlightboardConfig.class);
        return new Banner(config, settings, new Setup(config, settings)).text();
    }
}
