package dev.flightboard.soak;

import dev.flightboard.support.Wait;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The one producer: a steady number of flights changes in turn; new ones come all the time, and as many go, half of them by a
 * removal and half in silence, to expire. Its clock's thread writes; pause is the test's.
 */
final class Airport implements AutoCloseable {

    static final int CHANGES_A_SECOND = 50;

    // As airports' systems write: several at once. It also costs the machine a tenth of the writes to sockets.
    private static final int BURST = 10;

    // Each changes every six seconds, and lasts a minute: none expires that still changes.
    private static final int ACTIVE = 300;

    private final String topic;
    private final long maxAge;
    private final Random random;
    private final KafkaProducer<byte[], byte[]> producer;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger failures = new AtomicInteger();
    private final Deque<Flight> active = new ArrayDeque<>();
    // In the order in which they were last written.
    private final Map<Integer, Flight> onTopic = new LinkedHashMap<>();
    private int flights;
    private int bursts;
    private boolean paused;

    Airport(String servers, String topic, Duration maxAge, long seed) {
        this.topic = topic;
        this.maxAge = maxAge.toMillis();
        this.random = new Random(seed);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new ByteArraySerializer(), new ByteArraySerializer());
        for (int each = 0; each < ACTIVE; each++) arrive();
        producer.flush();
    }

    void start() {
        clock.scheduleAtFixedRate(this::burst, 0, BURST * 1_000 / CHANGES_A_SECOND, TimeUnit.MILLISECONDS);
    }

    private synchronized void burst() {
        if (paused) return;
        arrive();
        boolean removes = bursts++ % 2 == 0;
        Flight gone = active.removeFirst();
        if (removes) remove(gone);
        for (int each = removes ? 2 : 1; each < BURST; each++) change(active.removeFirst());
        onTopic.values().removeIf(each -> isForgotten(each, System.currentTimeMillis()));
    }

    private void arrive() {
        flights++;
        write(new Flight(flights, 1, anyTerminal(), System.currentTimeMillis()));
    }

    private void change(Flight flight) {
        int terminal = random.nextInt(8) == 0 ? anyTerminal() : flight.terminal();
        write(new Flight(flight.number(), flight.version() + 1, terminal, System.currentTimeMillis()));
    }

    private int anyTerminal() {
        return 1 + random.nextInt(Flight.TERMINALS);
    }

    private void write(Flight flight) {
        active.addLast(flight);
        onTopic.remove(flight.number());
        onTopic.put(flight.number(), flight);
        send(flight, bytes(flight.json(Latencies.micros())));
    }

    private void remove(Flight flight) {
        onTopic.remove(flight.number());
        send(new Flight(flight.number(), 0, 0, System.currentTimeMillis()), null);
    }

    private void send(Flight flight, byte[] value) {
        producer.send(
                new ProducerRecord<>(topic, null, flight.writtenAt(), bytes(flight.key()), value), (where, failure) -> {
                    if (failure != null) failures.incrementAndGet();
                });
    }

    // Long after the last client can still have it.
    private boolean isForgotten(Flight flight, long now) {
        return now - flight.writtenAt() > 2 * maxAge;
    }

    /** Returns when Kafka has answered for every record, and none follows. */
    synchronized void pause() {
        paused = true;
        producer.flush();
    }

    /** The newest states of all flights that were not removed, those that have expired in the meantime included. */
    synchronized Collection<Flight> onTopic() {
        return List.copyOf(onTopic.values());
    }

    synchronized int flights() {
        return flights;
    }

    /** Records that Kafka did not take. */
    int failures() {
        return failures.get();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        producer.close(Wait.BRIEFLY);
    }
}
