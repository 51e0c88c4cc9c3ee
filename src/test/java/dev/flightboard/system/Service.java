package dev.flightboard.system;

import dev.flightboard.support.EventStream;
import dev.flightboard.support.Replica;
import dev.flightboard.support.TestKafka;
import dev.flightboard.support.Wait;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A replica and the topic it follows, on the Kafka that all tests share. */
final class Service implements AutoCloseable {

    final TestKafka kafka = TestKafka.shared();
    final String topic;
    final Replica replica;

    private Service(String topic, String... settings) {
        this.topic = topic;
        this.replica = Replica.ready(settings(topic, settings));
    }

    /** Started when first asked for: as it comes, for tests that mind only flights of their own. */
    static Service shared() {
        return Shared.SERVICE;
    }

    /** With a topic of three partitions; settings as {@code FLIGHTBOARD_STREAM_HEARTBEAT=1s}. */
    static Service start(String... settings) {
        return new Service(TestKafka.shared().createTopic(3), settings);
    }

    /** On a topic that is there. */
    static Service follow(String topic, String... settings) {
        return new Service(topic, settings);
    }

    static Map<String, String> settings(String topic, String... settings) {
        Map<String, String> all = new HashMap<>();
        all.put("KAFKA_BOOTSTRAP_SERVERS", TestKafka.shared().servers());
        all.put("FLIGHTBOARD_TOPIC", topic);
        for (String each : settings) all.put(each.split("=")[0], each.substring(each.indexOf('=') + 1));
        return all;
    }

    /** An id that no other test uses, and that needs no escaping anywhere. */
    static String newId() {
        return "T" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
    }

    /** Writes the state of a flight whose designator is its id. */
    void write(String id, String state) {
        write(id, state, "");
    }

    /** Further fields as {@code ,"terminal":"3"}. */
    void write(String id, String state, String fields) {
        kafka.send(topic, id, "{\"flight\":\"" + id + "\",\"state\":\"" + state + "\"" + fields + "}");
    }

    /** The same, and returns once the board shows it. */
    void show(String id, String state, String fields) {
        write(id, state, fields);
        String shown = "\"state\":\"" + state + "\"";
        Wait.until(id + " " + state, () -> replica.get("/flights/" + id).body().contains(shown));
    }

    void show(String id, String state) {
        show(id, state, "");
    }

    void remove(String id) {
        kafka.send(topic, id, null);
    }

    /** A stream that has been told that it is live. */
    EventStream live(String query, String... headers) {
        EventStream stream = replica.events(query, headers);
        stream.await("live");
        return stream;
    }

    /** A request to the public port, of paths as they are written; it takes no coding unless it says so. */
    RequestSpecification ask() {
        return RestAssured.given()
                .config(RestAssured.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .baseUri("http://localhost")
                .port(replica.port())
                .urlEncodingEnabled(false);
    }

    /** Of where the whole board stands now. */
    String cursor() {
        return replica.get("/flights").headers().firstValue("Last-Event-ID").orElseThrow();
    }

    /** A counter or gauge, with its labels as written. */
    double metric(String name) {
        return replica.metrics()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in\n" + replica.metrics()));
    }

    @Override
    public void close() {
        replica.close();
    }

    private static final class Shared {

        static final Service SERVICE = start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVICE::close));
        }
    }
}
