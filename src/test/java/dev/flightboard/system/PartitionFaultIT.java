package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.BrokerProcess;
import dev.flightboard.support.EventStream;
import dev.flightboard.support.Replica;
import dev.flightboard.support.TestKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One partition that cannot be read takes no other with it. */
class PartitionFaultIT {

    private static final String TOPIC = "flights";

    @Test
    void aCorruptBatchStopsItsPartitionAloneAndIsNamedByItsOffset() {
        try (BrokerProcess broker = BrokerProcess.started()) {
            try (TestKafka kafka = TestKafka.at(broker.servers())) {
                kafka.createTopic(TOPIC, 2);
                kafka.send(TOPIC, 0, "whole", flight("whole"));
            }
            Map<String, String> settings = Map.of(
                    "KAFKA_BOOTSTRAP_SERVERS",
                    broker.servers(),
                    "FLIGHTBOARD_TOPIC",
                    TOPIC,
                    "FLIGHTBOARD_FEED_LOST_AFTER",
                    "1s");
            try (Replica replica = Replica.ready(settings);
                    EventStream stream = replica.events("")) {
                stream.await("live");

                replica.freeze();
                writeCorruptBatch(broker);
                replica.thaw();
                replica.awaitLog("partition flights-0 cannot be read on from offset 1");
                try (TestKafka kafka = TestKafka.at(broker.servers())) {
                    kafka.send(TOPIC, 1, "other", flight("other"));
                }
                stream.awaitBoard(board -> board.flights().containsKey("other"));

                assertThat(stream.board().flights()).containsOnlyKeys("whole", "other");
                assertThat(replica.readiness()).isEqualTo(200);
                if (!stream.text().contains("event: stale")) stream.await("stale");
                assertThat(replica.health()).contains("flights-0").contains("offset 1");
            }
        }
    }

    private static void writeCorruptBatch(BrokerProcess broker) {
        try (TestKafka kafka = TestKafka.at(broker.servers())) {
            kafka.send(TOPIC, 0, "corrupt", flight("corrupt"));
            kafka.send(TOPIC, 0, "after", flight("after"));
        }
        broker.stop();
        Path segment = broker.segment(TOPIC, 0);
        try {
            // As a disk does it: its checksum does not fit any more.
            byte[] bytes = Files.readAllBytes(segment);
            int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("corrupt");
            bytes[at]++;
            Files.write(segment, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        broker.start();
    }

    private static String flight(String designator) {
        return "{\"flight\":\"" + designator + "\",\"state\":\"landing\"}";
    }
}
