package dev.flightboard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightboard.FlightboardConfig;
import dev.flightboard.flight.FlightState;
import dev.flightboard.record.Rejection.Reason;
import io.smallrye.config.WithDefault;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the published description of topic and stream against the code. */
class AsyncApiTest {

    private static final Path CONTRACT = Path.of("src/main/resources/META-INF/resources/contract");
    private static final JsonNode API = Yaml.read(CONTRACT.resolve("asyncapi.yml"));

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = API.findValuesAsText("$ref");

        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            if (reference.startsWith("#"))
                assertThat(API.at(reference.substring(1)).isMissingNode()).isFalse();
            else assertThat(Files.exists(CONTRACT.resolve(reference))).isTrue();
        });
    }

    @Test
    void theTopicIsTheOneThatIsReadByDefault() throws NoSuchMethodException {
        String topic = FlightboardConfig.class
                .getMethod("topic")
                .getAnnotation(WithDefault.class)
                .value();

        assertThat(API.at("/channels/flightStates/address").asText()).isEqualTo(topic);
        assertThat(API.at("/channels/rejected/address").asText()).isEqualTo(topic + ".rejected");
    }

    @Test
    void everyReasonOfARejectionIsNamed() {
        JsonNode reasons = API.at("/components/messages/rejectedRecord/headers/properties/reason/enum");

        assertThat(reasons.valueStream().map(JsonNode::asText))
                .containsExactlyElementsOf(
                        Arrays.stream(Reason.values()).map(Reason::label).toList());
    }

    @Test
    void aShownFlightHasTheFieldsOfAState() {
        assertThat(API.at("/components/schemas/shownFlight/properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(FlightState.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }
}
