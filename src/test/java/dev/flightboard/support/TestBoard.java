package dev.flightboard.support;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** A topic of its own and a replica that shows it, at an airport in Rome. */
public final class TestBoard implements AutoCloseable {

    private final TestKafka kafka;
    private final String topic;
    private final Replica replica;

    private TestBoard(TestKafka kafka, Map<String, String> settings) {
        this.kafka = kafka;
        this.topic = kafka.createTopic(2);
        Map<String, String> all = new HashMap<>(settings);
        all.put("KAFKA_BOOTSTRAP_SERVERS", kafka.servers());
        all.put("FLIGHTBOARD_TOPIC", topic);
        all.put("FLIGHTBOARD_TIME_ZONE", "Europe/Rome");
        this.replica = Replica.ready(all);
    }

    public static TestBoard started() {
        return started(TestKafka.shared(), Map.of());
    }

    public static TestBoard started(TestKafka kafka, Map<String, String> settings) {
        return new TestBoard(kafka, settings);
    }

    public Replica replica() {
        return replica;
    }

    public void send(Arrival... arrivals) {
        Map<String, String> values = new LinkedHashMap<>();
        Arrays.stream(arrivals).forEach(each -> values.put(each.flight(), each.json()));
        kafka.sendAll(topic, values);
    }

    public void remove(Arrival... arrivals) {
        Map<String, String> tombstones = new LinkedHashMap<>();
        Arrays.stream(arrivals).forEach(each -> tombstones.put(each.flight(), null));
        kafka.sendAll(topic, tombstones);
    }

    @Override
    public void close() {
        replica.close();
    }
}
