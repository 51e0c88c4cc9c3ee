package dev.flightboard.system;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Changes flights at a steady pace. A flight's gate is the number of its last change, so that each state says how old it is. Its one thread writes the expected board; read it after the end.
 */
final class Airport implements AutoCloseable {

    static final int FLIGHTS = 200;

    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    // The same days each time.
    private final Random random = new Random(1);
    private final Map<Integer, Integer> gates = new HashMap<>();
    private int changes;

    Airport(String servers, String topic) {
        this.topic = topic;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new ByteArraySerializer(), new ByteArraySerializer());
    }

    void open(int changesPerSecond) {
        clock.scheduleAtFixedRate(this::change, 0, 1_000_000 / changesPerSecond, TimeUnit.MICROSECONDS);
    }

    /** Each flight's gate on the board as it must be in the end. Nothing changes any more. */
    Map<Integer, Integer> end() throws InterruptedException {
        clock.shutdown();
        clock.awaitTermination(1, TimeUnit.MINUTES);
        producer.flush();
        return gates;
    }

    int changes() {
        return changes;
    }

    private void change() {
        int flight = random.nextInt(FLIGHTS);
        int gate = ++changes;
        // Some leave the board, and come back with a later change.
        boolean removed = random.nextInt(20) == 0;
        if (removed) gates.remove(flight);
        else gates.put(flight, gate);
        String state = "{\"flight\":\"BA%d\",\"state\":\"landing\",\"gate\":\"%d\"}".formatted(flight, gate);
        producer.send(new ProducerRecord<>(topic, bytes("F" + flight), removed ? null : bytes(state)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        producer.close();
    }
}
