package dev.flightboard.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flightboard.record.FieldNames;
import dev.flightboard.record.Format;
import dev.flightboard.record.RecordReader;
import dev.flightboard.support.TestKafka;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;

/** A bridge between an airport's API and a real topic, one poll at a time. */
abstract class BridgedAirport {

    static final int LISTS = 3;

    final TestKafka kafka = TestKafka.shared();
    final String topic = kafka.createTopic(2, "message.timestamp.type=LogAppendTime");
    final Airport airport = new Airport();
    Bridge bridge = bridge("arrivals", Clock.systemUTC());

    @AfterEach
    void close() {
        bridge.close();
        airport.close();
    }

    /** As many whole lists as it takes for what is missing to have gone. */
    void settle() throws InterruptedException {
        for (int i = 0; i <= LISTS; i++) bridge.round();
    }

    void restart(String name) {
        bridge.close();
        bridge = bridge(name, Clock.systemUTC());
    }

    void use(Api api) {
        bridge.close();
        bridge = bridge(api, "arrivals", Clock.systemUTC());
    }

    Bridge bridge(String name, Clock clock) {
        return bridge(
                new Api(airport.uri(), Map.of(), List.of(), List.of(), null, 1, List.of(List.of("id"))), name, clock);
    }

    Bridge bridge(Api api, String name, Clock clock) {
        RecordReader reader =
                new RecordReader(ZoneOffset.UTC, 16384, Format.PLAIN, FieldNames.parse("flight=number,state=status"));
        return new Bridge(
                api, reader, 1_000_000, Map.of("bootstrap.servers", kafka.servers()), topic, name, LISTS, clock);
    }

    /** The newest value of each key that has one. */
    Map<String, String> topic() {
        Map<String, String> values = new TreeMap<>();
        for (ConsumerRecord<String, byte[]> each : kafka.records(topic)) {
            if (each.value() == null) values.remove(each.key());
            else values.put(each.key(), new String(each.value(), UTF_8));
        }
        return values;
    }
}
