package dev.flightboard.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flightboard.record.Rejection;
import dev.flightboard.record.Rejection.Reason;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class LastRejectedTest {

    private final LastRejected rejected = new LastRejected();
    private long offset;

    @Test
    void eachIsShownWithItsPlaceWhatItHeldAndWhatIsWrong() throws IOException {
        add("I768", "{\"flight\":\"I768\",\"state\":\"???\"}");

        JsonNode shown = json().get(0);

        assertThat(shown.get("topic").asText()).isEqualTo("flights");
        assertThat(shown.get("partition").asInt()).isEqualTo(3);
        assertThat(shown.get("offset").asInt()).isZero();
        assertThat(shown.get("time").asText()).isEqualTo("1969-12-31T23:59:59.999Z");
        assertThat(shown.get("key").asText()).isEqualTo("I768");
        assertThat(shown.get("value").asText()).isEqualTo("{\"flight\":\"I768\",\"state\":\"???\"}");
        assertThat(shown.get("reason").asText()).isEqualTo("field-invalid");
        assertThat(shown.get("detail").asText()).isEqualTo("state is \"???\"");
    }

    @Test
    void theNewestComesFirstAndTheOldestOfMoreThanAHundredGoes() throws IOException {
        for (int i = 0; i < 150; i++) add("F" + i, "{}");

        assertThat(json()).hasSize(100);
        assertThat(json().get(0).get("key").asText()).isEqualTo("F149");
        assertThat(json().get(99).get("key").asText()).isEqualTo("F50");
    }

    @Test
    void aFlightThatIsReadAgainTakesItsOwnOffAndNoOther() throws IOException {
        add("I768", "{}");
        add("A123", "{}");
        add("I768", "landing");

        rejected.repaired("I768");

        assertThat(json()).hasSize(1);
        assertThat(json().get(0).get("key").asText()).isEqualTo("A123");
    }

    @Test
    void whatAStrangerWroteIsCutAndSteersNoTerminal() throws IOException {
        add("\u001b[2J", "\u202e" + "x".repeat(1 << 20));

        JsonNode shown = json().get(0);

        assertThat(shown.get("key").asText()).isEqualTo("\\u001b[2J");
        assertThat(shown.get("value").asText())
                .startsWith("\\u202ex")
                .endsWith("…")
                .hasSizeLessThan(1100);
    }

    @Test
    void aRecordWithoutKeyOrValueHasNone() throws IOException {
        add(null, null);

        assertThat(json().get(0).get("key").isNull()).isTrue();
        assertThat(json().get(0).get("value").isNull()).isTrue();
    }

    private void add(String key, String value) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("flights", 3, offset++, bytes(key), bytes(value));
        rejected.add(record, key, new Rejection(Reason.FIELD_INVALID, "state is \"???\""));
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(UTF_8);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(rejected.json());
    }
}
