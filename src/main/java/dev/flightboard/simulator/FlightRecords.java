package dev.flightboard.simulator;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flightboard.flight.FlightState;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Turns steps into records for the topic, each with a header by which the simulator knows its own flights again. */
final class FlightRecords {

    static final String HEADER = "simulator";
    private static final byte[] NO_CONTENT = {};

    private final ObjectMapper json;

    FlightRecords(ObjectMapper json) {
        this.json = json.copy().addMixIn(FlightState.class, Value.class);
    }

    Message<byte[]> of(Step step) {
        // Without a timestamp of our own, Kafka's client sets the present: no day of the past is too old for a board.
        return Message.of(value(step.state()))
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(step.id())
                        .withHeaders(new RecordHeaders().add(HEADER, NO_CONTENT))
                        .build());
    }

    private byte[] value(FlightState state) {
        if (state == null) return null;
        try {
            return json.writeValueAsBytes(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @JsonIgnoreProperties("id")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private interface Value {}
}
