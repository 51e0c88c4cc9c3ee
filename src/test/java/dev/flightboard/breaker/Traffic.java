package dev.flightboard.breaker;

import dev.flightboard.support.Wait;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The one producer: changes, removes and reinstates flights at a steady pace, and enters each change in the ledger before it
 * sends it. A state's gate is its version. Its clock's thread sends; pause and resume are the test's.
 */
final class Traffic implements AutoCloseable {

    private static final int TERMINALS = 3;
    private static final String REMARK = ",\"remark\":\"" + "x".repeat(60) + "\"";

    private final String servers;
    private final Ledger ledger;
    private final Random random;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger unknown = new AtomicInteger();
    private KafkaProducer<byte[], byte[]> producer;
    private int changes;
    private boolean paused;

    Traffic(String servers, Ledger ledger, long seed) {
        this.servers = servers;
        this.ledger = ledger;
        this.random = new Random(seed);
        producer = producer();
    }

    private KafkaProducer<byte[], byte[]> producer() {
        // Kafka's own defaults keep the order and lose nothing: acks=all, idempotent, two minutes of trying.
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new ByteArraySerializer(), new ByteArraySerializer());
    }

    void start(int changesPerSecond) {
        clock.scheduleAtFixedRate(this::change, 0, 1_000_000 / changesPerSecond, TimeUnit.MICROSECONDS);
    }

    /** Returns when nothing changes any more and Kafka has answered for every record. */
    synchronized void pause() {
        paused = true;
        producer.flush();
        Wait.until("Kafka's answers", () -> unanswered.get() == 0);
    }

    synchronized void resume() {
        paused = false;
    }

    /**
     * For what changes the partition of a key: records of one flight must not overtake each other on their way to different
     * partitions, so everything is answered first, and a new producer knows of nothing from before.
     */
    synchronized void whilePaused(Fault.Step step) throws Exception {
        pause();
        producer.close();
        step.run();
        producer = producer();
        resume();
    }

    synchronized int changes() {
        return changes;
    }

    int refused() {
        return refused.get();
    }

    int unknown() {
        return unknown.get();
    }

    private synchronized void change() {
        if (paused) return;
        changes++;
        int flight = random.nextInt(ledger.flights());
        // Some leave the board, and come back with a later change.
        boolean removed = random.nextInt(12) == 0;
        String terminal = removed ? null : String.valueOf(1 + random.nextInt(TERMINALS));
        // Some are longer than the topic takes while it takes less.
        String more = random.nextInt(8) == 0 ? REMARK : "";
        Write write = ledger.next(flight, terminal);
        String state =
                "{\"flight\":\"BA%d\",\"state\":\"landing\",\"gate\":\"%d\",\"terminal\":\"%s\",\"airline\":\"%s\"%s}"
                        .formatted(flight, write.version(), terminal, View.airlineOf(flight), more);
        unanswered.incrementAndGet();
        producer.send(
                new ProducerRecord<>(Topic.NAME, bytes("F" + flight), removed ? null : bytes(state)),
                (where, failure) -> {
                    answered(write, failure);
                });
    }

    private void answered(Write write, Exception failure) {
        if (failure == null) {
            ledger.acknowledged(write, System.currentTimeMillis());
        } else if (failure instanceof RecordTooLargeException) {
            ledger.refused(write);
            refused.incrementAndGet();
        } else {
            unknown.incrementAndGet();
        }
        unanswered.decrementAndGet();
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
