package dev.flightboard.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flightboard.support.TestKafka;
import dev.flightboard.support.Wait;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every kind of record that cannot be read, in one topic, with flights before and after. */
class RejectedIT {

    private static final Map<String, String> EXPECTED = new LinkedHashMap<>();
    private static Service service;

    @BeforeAll
    static void writeEverythingThatIsBad() {
        TestKafka kafka = TestKafka.shared();
        // More than brokers take by default: a value of two megabytes, and, where nothing is compacted, no key.
        String topic = kafka.createTopic(2, "max.message.bytes=4194304", "cleanup.policy=delete");
        kafka.send(topic, "I768", good("landing"));
        bad(topic, "value-not-json", "I768", "landing".getBytes(UTF_8));
        bad(topic, "value-not-json", "I768", "{\"flight\":\"I768\",\"state\":\"x\"".getBytes(UTF_8));
        bad(topic, "value-not-utf8", "I768", new byte[] {'"', (byte) 0xff, '"'});
        bad(topic, "value-too-large", "I768", ("\"" + "x".repeat(2 << 20) + "\"").getBytes(UTF_8));
        bad(topic, "field-invalid", "I768", "{\"state\":\"landing\"}".getBytes(UTF_8));
        bad(topic, "field-invalid", "I768", "{\"flight\":{},\"state\":\"landing\"}".getBytes(UTF_8));
        bad(topic, "field-invalid", "I768", good("<7>").getBytes(UTF_8));
        bad(topic, "field-invalid", "I768", good("???").getBytes(UTF_8));
        bad(topic, "envelope-invalid", "I768", "\0\0\0\0\7\2\10I768".getBytes(UTF_8));
        bad(topic, "key-missing", null, good("landing").getBytes(UTF_8));
        bad(topic, "key-missing", null, null);
        bad(topic, "key-invalid", "x".repeat(129), good("landing").getBytes(UTF_8));
        bad(topic, "key-invalid", "x".repeat(10_240), good("landing").getBytes(UTF_8));
        bad(topic, "key-invalid", "x".repeat(129), null);
        kafka.send(topic, "unknown", null);
        kafka.send(topic, "A123", good("landing"));
        service = Service.follow(topic);
        Wait.until("all copies", () -> copies().size() >= EXPECTED.size());
    }

    @AfterAll
    static void close() {
        if (service != null) service.close();
    }

    @Test
    void badRecordsStopNobodyAndHideNoFlightButTheirOwn() {
        assertThat(service.replica.get("/flights").body())
                .isEqualTo("[{\"id\":\"A123\",\"flight\":\"I768\",\"state\":\"landing\"}]\n");
    }

    @Test
    void whereThereIsNoTopicForCopiesTheBoardIsNotDelayed() {
        String topic = service.kafka.createTopic(1);
        // More than are held while the topic is waited for.
        Map<String, String> many =
                IntStream.range(0, 10_000).boxed().collect(Collectors.toMap(each -> "B" + each, each -> "{}"));
        service.kafka.sendAll(topic, many);
        service.kafka.send(topic, "A123", good("landing"));

        try (Service other = Service.follow(topic, "FLIGHTBOARD_FEED_CREATE_TOPICS=false")) {
            assertThat(other.replica.get("/flights").body()).contains("A123");
        }
    }

    @Test
    void eachIsCopiedOnceUnderItsPlaceWithTheReason() {
        Map<String, String> reasons =
                copies().stream().collect(Collectors.toMap(ConsumerRecord::key, each -> header(each, "reason")));

        assertThat(reasons).isEqualTo(EXPECTED);
    }

    @Test
    void theCopyHoldsTheRecordAsItWas() {
        ConsumerRecord<String, byte[]> copy = copies().stream()
                .filter(each -> header(each, "reason").equals("value-not-utf8"))
                .findFirst()
                .orElseThrow();

        assertThat(copy.value()).containsExactly('"', 0xff, '"');
        assertThat(header(copy, "key")).isEqualTo("I768");
        assertThat(header(copy, "detail")).isEqualTo("malformed UTF-8; not JSON at character 0: \"\ufffd\"");
    }

    @Test
    void aCopyThatWouldBeTooLargeIsCutAndSaysSo() {
        ConsumerRecord<String, byte[]> copy = copies().stream()
                .filter(each -> header(each, "reason").equals("value-too-large"))
                .findFirst()
                .orElseThrow();

        assertThat(copy.value()).hasSize(900_000);
        assertThat(header(copy, "truncated-from")).isEqualTo(String.valueOf((2 << 20) + 2));
    }

    @Test
    void eachIsCountedByItsReason() {
        Map<String, Double> expected = new HashMap<>();
        EXPECTED.values().forEach(reason -> expected.merge(reason, 1.0, Double::sum));

        Map<String, Double> counted = expected.keySet().stream()
                .collect(Collectors.toMap(
                        reason -> reason,
                        reason -> service.metric("flightboard_feed_rejected_total{reason=\"" + reason + "\"}")));

        assertThat(counted).isEqualTo(expected);
    }

    @Test
    void theManagementPortShowsEachThatNoLaterRecordHasPutRight() throws Exception {
        JsonNode shown = new ObjectMapper().readTree(service.replica.management("/rejected"));

        assertThat(shown).hasSize(EXPECTED.size());
        assertThat(shown.findValuesAsText("detail")).anyMatch(each -> each.contains("state is \"???\""));
        assertThat(shown.findValuesAsText("reason")).containsExactlyInAnyOrderElementsOf(EXPECTED.values());
    }

    @Test
    void eachReasonIsLoggedOnceWithWhatWasGivenInPart() {
        List<String> lines = service.replica
                .log()
                .lines()
                .filter(line -> line.contains("Record rejected"))
                .toList();

        assertThat(lines).hasSameSizeAs(List.copyOf(new java.util.HashSet<>(EXPECTED.values())));
        assertThat(service.replica.log()).doesNotContain("x".repeat(100));
    }

    private static String good(String state) {
        return "{\"flight\":\"I768\",\"state\":\"" + state + "\"}";
    }

    private static void bad(String topic, String reason, String key, byte[] value) {
        byte[] bytes = key == null ? null : key.getBytes(UTF_8);
        RecordMetadata written = TestKafka.shared().send(new ProducerRecord<>(topic, 0, bytes, value));
        EXPECTED.put(topic + "/0/" + written.offset(), reason);
    }

    private static Collection<ConsumerRecord<String, byte[]>> copies() {
        return TestKafka.shared().records(service.topic + ".rejected");
    }

    private static String header(ConsumerRecord<String, byte[]> copy, String name) {
        return new String(copy.headers().lastHeader(name).value(), UTF_8);
    }
}
