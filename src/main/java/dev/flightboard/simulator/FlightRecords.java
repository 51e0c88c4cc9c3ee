package dev.flightboard.simulator;

import dev.flightboard.flight.FlightJson;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Turns steps into records for the topic, each with a header by which the simulator knows its own flights again. */
final class FlightRecords {

    static final String HEADER = "simulator";
    private static final byte[] NO_CONTENT = {};

    private FlightRecords() {}

    static Message<byte[]> of(Step step) {
        // Without a timestamp of our own, Kafka's client sets the present: no day of the past is too old for a board.
        return Message.of(step.state() == null ? null : FlightJson.withoutId(step.state()))
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(step.id())
                        .withHeaders(new RecordHeaders().add(HEADER, NO_CONTENT))
                        .build());
    }
}
