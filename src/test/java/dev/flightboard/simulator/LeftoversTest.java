package dev.flightboard.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightboard.broker.EmbeddedKafka;
import dev.flightboard.flight.Replay;
import dev.flightboard.support.TestKafka;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    private static final String OURS = Replay.HEADER;
    private static final String ANOTHERS = "producer";

    @TempDir
    private static Path directory;

    private static EmbeddedKafka kafka;

    private final String topic = "flights-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start(0, directory);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void onlyFlightsWhoseLatestStateIsTheSimulatorsAreLeftOver() throws Exception {
        create();
        publish("A1", "{}", OURS);
        publish("B2", "{}", ANOTHERS);
        publish("C3", "{}", OURS);
        publish("C3", "{}", ANOTHERS);
        publish("D4", "{}", ANOTHERS);
        publish("D4", "{}", OURS);
        publish("E5", "{}", OURS);
        publish("E5", null, OURS);
        publish(null, "{}", OURS);

        Set<String> ids = leftovers().read();

        assertThat(ids).containsExactlyInAnyOrder("A1", "D4");
    }

    @Test
    void anEmptyTopicHasNone() {
        create();

        assertThat(leftovers().read()).isEmpty();
    }

    @Test
    void aTopicThatIsAbsentIsNotCreated() throws Exception {
        assertThatThrownBy(() -> leftovers().read()).isInstanceOf(UnknownTopicOrPartitionException.class);

        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.servers()))) {
            assertThat(admin.listTopics().names().get()).doesNotContain(topic);
        }
    }

    private Leftovers leftovers() {
        return new Leftovers(Map.of(), kafka.servers(), topic);
    }

    private void create() {
        try (TestKafka client = TestKafka.at(kafka.servers())) {
            // Where nothing is compacted, a record need have no key.
            client.createTopic(topic, 3, "cleanup.policy=delete");
        }
    }

    private void publish(String id, String value, String header) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.servers()), new StringSerializer(), new StringSerializer())) {
            ProducerRecord<String, String> record = new ProducerRecord<>(topic, id, value);
            record.headers().add(header, new byte[0]);
            producer.send(record).get();
        }
    }
}
