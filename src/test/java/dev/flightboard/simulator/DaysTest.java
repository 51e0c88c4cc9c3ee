package dev.flightboard.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.FlightboardConfig.Simulator.Mode;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {

    private static final String PREFIX = "flightboard.simulator.";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"load", "LOAD", "Load"})
    void modesAreNamedInAnyCase(String name) {
        Map<String, String> settings = Map.of(PREFIX + "mode", name, PREFIX + "flights", "7");

        Optional<Day> day = choose(settings);

        assertThat(day).containsInstanceOf(LoadDay.class);
        assertThat(day.orElseThrow())
                .hasToString("load, 7 flights, 50 % of them departures, 20 changes a second, seed 1");
    }

    @Test
    void offIsNoDay() {
        assertThat(choose(Map.of(PREFIX + "mode", "off"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"recording", "airport", "date"})
    void aMissingSettingOfARecordedDayIsNamed(String missing) throws IOException {
        Map<String, String> settings = recorded(Files.writeString(directory.resolve("r.csv"), "DEST\n"));
        settings.remove(PREFIX + missing);

        assertThatThrownBy(() -> choose(settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("FLIGHTBOARD_SIMULATOR_" + missing.toUpperCase(java.util.Locale.ROOT));
    }

    @Test
    void aRecordingThatDoesNotExistIsNamed() {
        Map<String, String> settings = recorded(directory.resolve("nowhere.csv"));

        assertThatThrownBy(() -> choose(settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageMatching("FLIGHTBOARD_SIMULATOR_RECORDING=.*nowhere.csv does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "FL_DATE,ORIGIN\n", "\"no end of a quote", "FL_DATE,FL_DATE\n"})
    void aRecordingThatIsNoSuchTableIsNamed(String content) throws IOException {
        Map<String, String> settings = recorded(Files.writeString(directory.resolve("r.csv"), content));

        assertThatThrownBy(() -> choose(settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageMatching("(?s)FLIGHTBOARD_SIMULATOR_RECORDING=.*r.csv cannot be read: .+");
    }

    @Test
    void aFolderIsNoRecording() {
        Map<String, String> settings = recorded(directory);

        assertThatThrownBy(() -> choose(settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("FLIGHTBOARD_SIMULATOR_RECORDING=");
    }

    @Test
    void aDayWithoutFlightsIsRefusedNamingAirportAndDate() throws IOException {
        String header = Arrays.stream(RecordedColumn.values())
                .map(column -> column.names.get(0))
                .collect(Collectors.joining(","));
        Map<String, String> settings = recorded(Files.writeString(directory.resolve("r.csv"), header + "\n"));

        assertThatThrownBy(() -> choose(settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("FLIGHTBOARD_SIMULATOR_AIRPORT=OKC")
                .hasMessageContaining("FLIGHTBOARD_SIMULATOR_DATE=2023-01-11");
    }

    private static Map<String, String> recorded(Path file) {
        return new HashMap<>(Map.of(
                PREFIX + "mode", "recorded",
                PREFIX + "recording", file.toString(),
                PREFIX + "airport", "OKC",
                PREFIX + "date", "2023-01-11"));
    }

    private static Optional<Day> choose(Map<String, String> settings) {
        FlightboardConfig.Simulator simulator = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(FlightboardConfig.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(FlightboardConfig.class)
                .simulator();
        Mode mode = simulator.mode().orElseThrow();
        return Days.choose(mode, simulator, ZoneOffset.UTC, Instant.EPOCH);
    }
}
