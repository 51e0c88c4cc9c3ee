package dev.flightboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightboard.record.Format;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedSettingsTest {

    @ParameterizedTest
    @EnumSource
    void aFormatIsNamedAsTheDocumentsNameIt(Format format) {
        assertThat(feed("format", format.toString()).format()).isEqualTo(format);
    }

    @Test
    void aFormatThatThereIsNotStopsTheStartByName() {
        assertThatThrownBy(() -> feed("format", "avro")).hasMessageContaining("flightboard.feed.format");
    }

    @Test
    void fieldsMayHaveTheNamesOfAnotherDialect() {
        assertThat(feed("fields", "flight=flightNumber,state=status").fields()).isPresent();
        assertThat(feed("fields", "").fields()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flight", "gates=x", "flight=a,state=a"})
    void fieldsThatMakeNoSenseStopTheStartByName(String fields) {
        assertThatThrownBy(() -> feed("fields", fields)).hasMessageContaining("flightboard.feed.fields");
    }

    private static FlightboardConfig.Feed feed(String setting, String value) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(FlightboardConfig.class)
                .withDefaultValues(Map.of("flightboard.feed." + setting, value))
                .build()
                .getConfigMapping(FlightboardConfig.class)
                .feed();
    }
}
