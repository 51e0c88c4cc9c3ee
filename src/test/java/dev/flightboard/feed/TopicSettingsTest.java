package dev.flightboard.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.FlightboardConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.junit.jupiter.api.Test;

class TopicSettingsTest {

    private static final FlightboardConfig DEFAULTS = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(FlightboardConfig.class)
            .build()
            .getConfigMapping(FlightboardConfig.class);

    @Test
    void aTopicLikeTheServicesOwnIsFine() {
        assertThat(warnings(
                        "cleanup.policy", "compact",
                        "message.timestamp.type", "LogAppendTime",
                        "min.compaction.lag.ms", "300000",
                        "delete.retention.ms", "259200000"))
                .isEmpty();
    }

    @Test
    void aTopicThatOnlyDeletesIsToldWithWhatItMeans() {
        assertThat(warnings("cleanup.policy", "delete", "retention.ms", "604800000"))
                .singleElement()
                .asString()
                .contains("not compacted")
                .contains("168 h")
                .contains("Set cleanup.policy=compact");
    }

    @Test
    void producersTimesAreTold() {
        assertThat(warnings("message.timestamp.type", "CreateTime"))
                .singleElement()
                .asString()
                .contains("LogAppendTime");
    }

    @Test
    void compactionThatMayOvertakeAReplicaIsTold() {
        assertThat(warnings("min.compaction.lag.ms", "0"))
                .singleElement()
                .asString()
                .contains("Set min.compaction.lag.ms=300000");
    }

    @Test
    void removalsThatAreForgottenTooSoonAreTold() {
        assertThat(warnings("delete.retention.ms", "3600000"))
                .singleElement()
                .asString()
                .contains("FLIGHTBOARD_BOARD_TOMBSTONE_MEMORY");
        assertThat(warnings("delete.retention.ms", "86400000"))
                .singleElement()
                .asString()
                .contains("FLIGHTBOARD_BOARD_MAX_AGE");
    }

    @Test
    void aBrokerThatTellsNothingOrNonsenseIsBorne() {
        assertThat(warnings()).isEmpty();
        assertThat(warnings("cleanup.policy", null, "delete.retention.ms", null))
                .isEmpty();
        assertThat(warnings("delete.retention.ms", "a day")).isEmpty();
        assertThat(TopicSettings.warnings(null, DEFAULTS)).isEmpty();
    }

    private static List<String> warnings(String... settings) {
        List<ConfigEntry> entries = new ArrayList<>();
        for (int i = 0; i < settings.length; i += 2) entries.add(new ConfigEntry(settings[i], settings[i + 1]));
        return TopicSettings.warnings(new Config(entries), DEFAULTS);
    }
}
