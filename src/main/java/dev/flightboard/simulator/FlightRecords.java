package dev.flightboard.simulator;

import dev.flightboard.flight.FlightJson;
import dev.flightboard.flight.Replay;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Turns steps into records for the topic, each with a header by which the simulator knows its own flights again, and
 * everybody a replay.
 */
final class FlightRecords {

    private FlightRecords() {}

    /** @param header what {@link Replay} has for it, or nothing */
    static Message<byte[]> of(Step step, byte[] header) {
        // Without a timestamp of our own, Kafka's client sets the present: no day of the past is too old for a board.
        return Message.of(step.state() == null ? null : FlightJson.withoutId(step.state()))
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(step.id())
                        .withHeaders(new RecordHeaders().add(Replay.HEADER, header))
                        .build());
    }
}
