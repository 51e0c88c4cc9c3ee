package dev.flightboard.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * The partitions that cannot be read on, for a batch that is corrupt or packed by a codec that fails. They are left out of
 * reading, so that all others go on, and tried again now and then: another leader may have a copy that is whole. Owned by
 * the feed's thread.
 */
final class StuckPartitions {

    // A leader moves within some seconds, and a try costs one batch.
    private static final long RETRY_NANOS = Duration.ofSeconds(10).toNanos();

    private final Map<TopicPartition, Long> retryAt = new HashMap<>();

    /** The partition that a failed poll is about; the client names it in its text alone. */
    static Optional<TopicPartition> culprit(KafkaException failed, Set<TopicPartition> assigned) {
        String text = String.valueOf(failed.getMessage());
        // Not "flights-1" in "flights-12".
        return assigned.stream()
                .filter(each -> Pattern.compile(Pattern.quote(each.toString()) + "(?!\\d)")
                        .matcher(text)
                        .find())
                .findAny();
    }

    void add(TopicPartition partition) {
        retryAt.put(partition, System.nanoTime() + RETRY_NANOS);
    }

    /** It could be read; says whether that is news. */
    boolean remove(TopicPartition partition) {
        return retryAt.remove(partition) != null;
    }

    /** Those whose time has come; they stay stuck until they are read. */
    List<TopicPartition> due() {
        long now = System.nanoTime();
        List<TopicPartition> due = new ArrayList<>();
        retryAt.replaceAll((partition, at) -> {
            if (now - at < 0) return at;
            due.add(partition);
            return now + RETRY_NANOS;
        });
        return due;
    }

    /** None is read any more; returns those that were stuck. */
    Set<TopicPartition> clear() {
        Set<TopicPartition> cleared = Set.copyOf(retryAt.keySet());
        retryAt.clear();
        return cleared;
    }
}
