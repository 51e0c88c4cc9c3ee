package dev.flightboard.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.TestKafka;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Topics and records as they are found with others. */
class TopicKindsIT {

    // More than fits uncompressed where compression pays, so that the codec is used.
    private static final int FLIGHTS = 200;

    private final TestKafka kafka = TestKafka.shared();

    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip", "snappy", "lz4", "zstd"})
    void everyCodecIsRead(String codec) {
        String topic = kafka.createTopic(1);
        kafka.sendAll(topic, flights(), Map.of("compression.type", codec, "linger.ms", "50"));

        try (TestFeed feed = feed(topic)) {
            feed.awaitFlights(FLIGHTS);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000})
    void anyNumberOfPartitionsIsRead(int partitions) {
        String topic = kafka.createTopic(partitions);
        kafka.sendAll(topic, flights());

        try (TestFeed feed = feed(topic)) {
            feed.awaitFlights(FLIGHTS);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"message.timestamp.type=LogAppendTime", "cleanup.policy=delete", "cleanup.policy=compact,delete"
            })
    void aTopicOfAnySettingsIsRead(String setting) {
        String topic = kafka.createTopic(2, setting);
        kafka.sendAll(topic, flights());

        try (TestFeed feed = feed(topic)) {
            feed.awaitFlights(FLIGHTS);
        }
    }

    @Test
    void whatATransactionCommittedIsReadAndWhatItAbortedIsNot() throws Exception {
        String topic = kafka.createTopic(1);
        kafka.leaveOpen(topic, 0, "aborted", flight("aborted")).close();
        kafka.sendAll(topic, Map.of("committed", flight("committed")), Map.of("transactional.id", topic));

        try (TestFeed feed = feed(topic)) {
            feed.awaitFlights(1);

            // The last record of the log is the mark of the commit.
            assertThat(feed.board.head().position().nextOffset(0)).isEqualTo(4);
        }
    }

    @Test
    void aTopicWhoseRecordsAreAllGoneIsReadToItsEnd() {
        String topic = kafka.createTopic(1, "cleanup.policy=compact,delete");
        kafka.send(topic, "A1", flight("A1"));
        kafka.deleteRecords(topic, 0, 1);

        try (TestFeed feed = feed(topic)) {
            feed.awaitFlights(0);

            kafka.send(topic, "B2", flight("B2"));
            feed.awaitFlights(1);
        }
    }

    private static TestFeed feed(String topic) {
        return TestFeed.started(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                TestKafka.shared().servers(),
                "FLIGHTBOARD_TOPIC",
                topic,
                "FLIGHTBOARD_FEED_CREATE_TOPICS",
                "false"));
    }

    private static Map<String, String> flights() {
        return IntStream.range(0, FLIGHTS)
                .mapToObj(number -> "F" + number)
                .collect(Collectors.toMap(each -> each, TopicKindsIT::flight));
    }

    private static String flight(String designator) {
        return "{\"flight\":\"" + designator + "\",\"state\":\"landed\"}";
    }
}
