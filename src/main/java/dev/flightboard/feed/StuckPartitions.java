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
 * The partitions that cannot be read any further, because a batch is corrupt or its codec fails. They are left out, so that
 * all others are read, and tried again now and then: another leader may have an intact copy. Owned by the feed's thread.
 */
final class StuckPartitions {

    // A new leader is there within some seconds, and to try costs one batch.
    private static final long RETRY_NANOS = Duration.ofSeconds(10).toNanos();

    private final Map<TopicPartition, Long> retryAt = new HashMap<>();

    /** The partition that made a poll fail; the client names it only in the text of the exception. */
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

    /** Notes that the partition could be read; returns whether it was stuck. */
    boolean remove(TopicPartition partition) {
        return retryAt.remove(partition) != null;
    }

    /** The partitions to try again now; they stay stuck until they are read. */
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

    /** Forgets all, because other partitions will be read; returns those that were stuck. */
    Set<TopicPartition> clear() {
        Set<TopicPartition> cleared = Set.copyOf(retryAt.keySet());
        retryAt.clear();
        return cleared;
    }
}
