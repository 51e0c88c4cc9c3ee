package dev.flightboard.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Produces a plan into a topic of its own, evenly paced. Its calls come from one thread at a time. */
final class Load implements AutoCloseable {

    // As the service makes its topic.
    private static final int PARTITIONS = 6;

    private final Plan plan;
    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private volatile Exception failure;
    private volatile boolean stopped;
    private volatile boolean oneByOne;
    private Thread thread;

    Load(Plan plan, String servers, String topic) throws Exception {
        this.plan = plan;
        this.topic = topic;
        createTopic(servers);
        producer = new KafkaProducer<>(
                // A change travels at once: waiting for company here would count as latency.
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "linger.ms",
                        "0",
                        "delivery.timeout.ms",
                        "30000",
                        "request.timeout.ms",
                        "10000"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private void createTopic(String servers) throws Exception {
        NewTopic wanted = new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty());
        Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest()));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(wanted.configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();
            // Of batches sent to a partition before its leader is there, the first can be refused and the second taken;
            // the first is then out of order for ever.
            Wait.until("leaders of " + topic, () -> {
                try {
                    return admin.listOffsets(ends).all().get();
                } catch (ExecutionException notYet) {
                    return null;
                }
            });
        }
    }

    /** Sends every flight's opening state, and returns when Kafka has them. */
    void open() {
        while (plan.sent() < plan.flights()) send();
        producer.flush();
    }

    /** Sends so many changes a second from now on, until it is stopped or the plan ends. */
    void start(int rate) {
        stopped = false;
        thread = new Thread(() -> run(rate), "load");
        thread.start();
    }

    /** The same, as many producers do it: each record is awaited before the next is sent. */
    void startOneByOne(int rate) {
        oneByOne = true;
        start(rate);
    }

    private void run(int rate) {
        long begun = System.nanoTime();
        for (long i = 1; !stopped && plan.sent() < plan.changes(); i++) {
            long due = begun + i * 1_000_000_000L / rate;
            for (long left = due - System.nanoTime(); left > 0 && !stopped; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            if (stopped) return;
            send();
            if (oneByOne) producer.flush();
        }
    }

    private void send() {
        int change = plan.sent();
        byte[] key = Plan.id(plan.flightOf(change)).getBytes(StandardCharsets.US_ASCII);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key, plan.value(change));
        plan.markSent(change);
        producer.send(record, (sent, failed) -> {
            if (failed != null) failure = failed;
        });
    }

    /** Returns when Kafka has all that was sent. */
    void stop() throws InterruptedException {
        stopped = true;
        if (thread != null) {
            LockSupport.unpark(thread);
            thread.join();
        }
        producer.flush();
        if (failure != null) throw new IllegalStateException("Kafka refused a record", failure);
    }

    @Override
    public void close() {
        producer.close();
    }
}
