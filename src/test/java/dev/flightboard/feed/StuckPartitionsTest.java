package dev.flightboard.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class StuckPartitionsTest {

    private static final TopicPartition ONE = new TopicPartition("flights", 1);
    private static final TopicPartition TWELVE = new TopicPartition("flights", 12);

    @Test
    void thePartitionIsFoundInTheClientsText() {
        assertThat(StuckPartitions.culprit(
                        new KafkaException(
                                "Received exception when fetching the next record from flights-12. If needed"),
                        Set.of(ONE, TWELVE)))
                .contains(TWELVE);
        assertThat(StuckPartitions.culprit(
                        new KafkaException("Record batch for partition flights-1 at offset 7 is invalid"),
                        Set.of(ONE, TWELVE)))
                .contains(ONE);
    }

    @Test
    void aFailureOfTheWholeTopicIsNoPartitions() {
        assertThat(StuckPartitions.culprit(
                        new KafkaException("Not authorized to access topics: [flights]"), Set.of(ONE, TWELVE)))
                .isEmpty();
        assertThat(StuckPartitions.culprit(new KafkaException((String) null), Set.of(ONE)))
                .isEmpty();
    }
}
