package dev.flightboard.feed;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.board.Board;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.jboss.logging.Logger;

/** Warns where the topic's settings are not as the service would choose them, and says what that means for the board. */
final class TopicSettings {

    private static final Logger LOG = Logger.getLogger(TopicSettings.class);

    private TopicSettings() {}

    /** Returns at once, and warns when Kafka answers. Without the right to read settings there is no warning. */
    static void check(Admin admin, FlightboardConfig config) {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, config.topic());
        admin.describeConfigs(List.of(topic)).all().whenComplete((all, failure) -> {
            if (failure != null) LOG.debug("The topic's settings cannot be read", failure);
            else warnings(all.get(topic), config).forEach(each -> LOG.warnf("%s topic=%s", each, config.topic()));
        });
    }

    static List<String> warnings(Config settings, FlightboardConfig config) {
        List<String> warnings = new ArrayList<>();
        value(settings, "cleanup.policy").ifPresent(policy -> {
            if (policy.contains("compact")) return;
            String age = millis(settings, "retention.ms")
                    .map(each -> " of " + each.toHours() + " h")
                    .orElse("");
            warnings.add("The topic is not compacted: a flight that is not written again leaves new replicas at the age"
                    + age
                    + " that retention.ms sets, and every old state is kept and read until then. Set cleanup.policy=compact. cleanup.policy="
                    + policy);
        });
        value(settings, "message.timestamp.type").ifPresent(type -> {
            if (type.equals("LogAppendTime")) return;
            warnings.add("The topic takes its producers' times: flights age by their clocks. Set"
                    + " message.timestamp.type=LogAppendTime. message.timestamp.type=" + type);
        });
        millis(settings, "min.compaction.lag.ms").ifPresent(lag -> {
            if (lag.compareTo(Board.COMPACTION_LAG) >= 0) return;
            warnings.add(
                    "The topic may drop a state before a replica that lags has read the next one: a browser that comes to"
                            + " it just then may keep a flight that has gone. Set min.compaction.lag.ms="
                            + Board.COMPACTION_LAG.toMillis() + ". min.compaction.lag.ms=" + lag.toMillis());
        });
        millis(settings, "delete.retention.ms").ifPresent(retention -> {
            if (retention.compareTo(config.board().tombstoneMemory()) <= 0) {
                warnings.add("The topic forgets removals sooner than FLIGHTBOARD_BOARD_TOMBSTONE_MEMORY: a browser that"
                        + " returns to a new replica may keep a flight that has gone. delete.retention.ms="
                        + retention.toMillis());
            } else if (retention.compareTo(config.board().maxAge()) <= 0) {
                warnings.add("The topic forgets removals sooner than FLIGHTBOARD_BOARD_MAX_AGE: after partitions are"
                        + " added, a flight that was removed may come back from its former one. delete.retention.ms="
                        + retention.toMillis());
            }
        });
        return warnings;
    }

    private static Optional<String> value(Config settings, String name) {
        return Optional.ofNullable(settings).map(all -> all.get(name)).map(ConfigEntry::value);
    }

    private static Optional<Duration> millis(Config settings, String name) {
        return value(settings, name)
                .filter(each -> each.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .map(Duration::ofMillis);
    }
}
