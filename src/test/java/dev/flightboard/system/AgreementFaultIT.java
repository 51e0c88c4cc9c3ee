package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.EventStream;
import dev.flightboard.support.TestKafka;
import dev.flightboard.support.Wait;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What replicas must agree on, whenever each of them was started, and what a plain browser must end with. */
class AgreementFaultIT {

    private final TestKafka kafka = TestKafka.shared();

    // P43
    @Test
    void anUnreadableRecordHidesItsFlightOnEveryReplicaWhateverCompactionKept() {
        kafka.compactOften();
        String topic = kafka.createTopic(1, "segment.ms=50", "min.cleanable.dirty.ratio=0.01");
        try (Service running = Service.follow(topic)) {
            running.show("F1", "landing");
            kafka.send(topic, "F1", "neither JSON nor a removal");
            Wait.until("compaction", () -> {
                // The newest segment is never compacted: another record begins the next.
                running.write("F2", "landing");
                return kafka.records(topic).stream()
                                .filter(each -> each.key().equals("F1"))
                                .count()
                        == 1;
            });

            try (Service started = Service.follow(topic)) {
                assertSameBoard(running, started, "F2");
            }
        }
    }

    @Test
    void aProducersClockAndAddedPartitionsGiveEveryReplicaTheSameBoard() {
        String topic = kafka.createTopic(1, "message.timestamp.after.max.ms=9223372036854775807");
        try (Service running = Service.follow(topic)) {
            write(topic, 0, "ahead", "landing", Duration.ofMinutes(50));
            write(topic, 0, "far-ahead", "landing", Duration.ofDays(9));
            write(topic, 0, "behind", "landing", Duration.ofMinutes(-5));
            kafka.addPartitions(topic, 2);
            for (String id : new String[] {"ahead", "far-ahead", "behind"}) {
                write(topic, 1, id, "landed", Duration.ZERO);
            }
            running.show("last", "landing");

            try (Service started = Service.follow(topic)) {
                assertSameBoard(running, started, "ahead", "behind", "far-ahead", "last");
                assertThat(started.replica.get("/flights/ahead").body()).contains("landing");
                assertThat(started.replica.get("/flights/far-ahead").body()).contains("landed");
            }
        }
    }

    // P11
    @Test
    void aPlainBrowserThatIsCutWithinAResetEndsWithTheWholeBoard() {
        try (Service service = Service.start()) {
            service.show("F1", "landing");
            service.show("F2", "landing");
            String after = "?after=" + service.cursor();
            service.show("F3", "landing");
            String lastEventId;
            try (EventStream cut = service.replica.events(after, "Last-Event-ID", "too-old")) {
                cut.await("");
                lastEventId = cut.lastEventId();
            }

            try (EventStream returned = service.live(after, "Last-Event-ID", lastEventId)) {

                assertThat(returned.board().flights()).containsOnlyKeys("F1", "F2", "F3");
            }
        }
    }

    private void write(String topic, int partition, String id, String state, Duration ahead) {
        byte[] value = ("{\"flight\":\"" + id + "\",\"state\":\"" + state + "\"}").getBytes(StandardCharsets.UTF_8);
        long time = System.currentTimeMillis() + ahead.toMillis();
        kafka.send(new ProducerRecord<>(topic, partition, time, id.getBytes(StandardCharsets.UTF_8), value));
    }

    private static void assertSameBoard(Service one, Service other, String... ids) {
        HttpResponse<String> first = one.replica.get("/flights");
        HttpResponse<String> second = other.replica.get("/flights");

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("ETag"))
                .isEqualTo(first.headers().firstValue("ETag"));
        for (String id : ids) assertThat(first.body()).contains("{\"id\":\"" + id + "\"");
        assertThat(first.body().split("\"id\":")).hasSize(ids.length + 1);
    }
}
