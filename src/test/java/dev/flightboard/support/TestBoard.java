package dev.flightboard.support;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A topic of its own and a replica that shows it, at an airport in Rome. */
public final class TestBoard implements AutoCloseable {

    private final TestKafka kafka;
    private final String topic;
    private final Replica replica;
    private final Set<String> sent = new HashSet<>();

    private TestBoard(TestKafka kafka, Map<String, String> settings) {
        this.kafka = kafka;
        this.topic = kafka.createTopic(2);
        Map<String, String> all = new HashMap<>(settings);
        all.put("KAFKA_BOOTSTRAP_SERVERS", kafka.servers());
        all.put("FLIGHTBOARD_TOPIC", topic);
        all.put("FLIGHTBOARD_TIME_ZONE", "Europe/Rome");
        this.replica = Replica.ready(all);
    }

    /** Started when first asked for, and empty each time; it stays for the next test. */
    public static TestBoard shared() {
        Shared.BOARD.clear();
        return Shared.BOARD;
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
        sent.addAll(values.keySet());
        kafka.sendAll(topic, values);
    }

    public void remove(Arrival... arrivals) {
        remove(Arrays.stream(arrivals).map(Arrival::flight).toList());
    }

    private void remove(Collection<String> flights) {
        Map<String, String> tombstones = new LinkedHashMap<>();
        flights.forEach(each -> tombstones.put(each, null));
        kafka.sendAll(topic, tombstones);
    }

    private void clear() {
        remove(sent);
        sent.clear();
        Wait.until(
                "an empty board", () -> replica.get("/flights").body().strip().equals("[]"));
    }

    @Override
    public void close() {
        replica.close();
    }

    private static final class Shared {

        static final TestBoard BOARD = started();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(BOARD::close));
        }
    }
}
