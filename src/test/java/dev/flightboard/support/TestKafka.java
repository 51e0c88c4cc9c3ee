package dev.flightboard.support;

import dev.flightboard.broker.EmbeddedKafka;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A real Kafka as a producer and an operator see it: the one that all tests of this JVM share, or any other. */
public final class TestKafka implements AutoCloseable {

    // More than any record that a test writes to be refused.
    private static final int MAX_REQUEST = 4 << 20;

    private final String servers;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;

    private TestKafka(String servers) {
        this.servers = servers;
        this.admin = Admin.create(Map.of("bootstrap.servers", servers));
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "max.request.size", MAX_REQUEST),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Started when first asked for, on a port of its own, and stopped with the JVM. */
    public static TestKafka shared() {
        return Shared.KAFKA;
    }

    public static TestKafka at(String servers) {
        return new TestKafka(servers);
    }

    public String servers() {
        return servers;
    }

    /** A compacted topic with a name of its own; settings as {@code segment.ms=100}. */
    public String createTopic(int partitions, String... settings) {
        return createTopic("flights-" + UUID.randomUUID(), partitions, settings);
    }

    public String createTopic(String topic, int partitions, String... settings) {
        Map<String, String> configs = new HashMap<>(Map.of("cleanup.policy", "compact"));
        Arrays.stream(settings).map(each -> each.split("=", 2)).forEach(each -> configs.put(each[0], each[1]));
        done(() -> admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1).configs(configs)))
                .all()
                .get());
        awaitEverywhere(topic, partitions);
        return topic;
    }

    /** Lets the cleaner look for work ten times a second, where by itself it would wait for a quarter of a minute. */
    public void compactOften() {
        ConfigResource everyBroker = new ConfigResource(ConfigResource.Type.BROKER, "");
        AlterConfigOp often =
                new AlterConfigOp(new ConfigEntry("log.cleaner.backoff.ms", "100"), AlterConfigOp.OpType.SET);
        done(() -> admin.incrementalAlterConfigs(Map.of(everyBroker, List.of(often)))
                .all()
                .get());
    }

    /** A new topic is answered for by the controller before the broker knows it: whoever asks at once is told that it is not there. */
    private void awaitEverywhere(String topic, int partitions) {
        Map<TopicPartition, OffsetSpec> all = new HashMap<>();
        for (int each = 0; each < partitions; each++) all.put(new TopicPartition(topic, each), OffsetSpec.latest());
        Wait.until(topic + " to be known", () -> {
            try {
                admin.describeTopics(List.of(topic)).allTopicNames().get();
                admin.listOffsets(all).all().get();
                return true;
            } catch (ExecutionException notYet) {
                return false;
            }
        });
    }

    /** Writes one record in a transaction that stays open until it is closed, without it. */
    public AutoCloseable leaveOpen(String topic, int partition, String key, String value) {
        KafkaProducer<byte[], byte[]> transactional = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "transactional.id",
                        UUID.randomUUID().toString()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        transactional.initTransactions();
        transactional.beginTransaction();
        done(() -> transactional
                .send(new ProducerRecord<>(topic, partition, bytes(key), bytes(value)))
                .get());
        return () -> {
            transactional.abortTransaction();
            transactional.close();
        };
    }

    public void deleteTopic(String topic) {
        done(() -> admin.deleteTopics(List.of(topic)).all().get());
    }

    public void addPartitions(String topic, int total) {
        done(() -> admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(total)))
                .all()
                .get());
    }

    /** Lets a partition begin at that offset; its topic's policy must include {@code delete}. */
    public void deleteRecords(String topic, int partition, long before) {
        TopicPartition where = new TopicPartition(topic, partition);
        done(() -> admin.deleteRecords(Map.of(where, RecordsToDelete.beforeOffset(before)))
                .all()
                .get());
    }

    /** Returns once Kafka has the record; a null value is a tombstone. */
    public RecordMetadata send(String topic, String key, String value) {
        return send(new ProducerRecord<>(topic, bytes(key), bytes(value)));
    }

    public RecordMetadata send(String topic, int partition, String key, String value) {
        return send(new ProducerRecord<>(topic, partition, bytes(key), bytes(value)));
    }

    /** For what no text can say: other bytes, no key, a time of one's own. */
    public RecordMetadata send(ProducerRecord<byte[], byte[]> record) {
        return done(() -> producer.send(record).get());
    }

    /** Returns once Kafka has them all, in order for each key. */
    public void sendAll(String topic, Map<String, String> values) {
        values.forEach((key, value) -> producer.send(new ProducerRecord<>(topic, bytes(key), bytes(value))));
        producer.flush();
    }

    public void sendAll(Collection<ProducerRecord<byte[], byte[]>> records) {
        records.forEach(producer::send);
        producer.flush();
    }

    /** The same through a producer of its own, with such settings; in one transaction where it has a name for it. */
    public void sendAll(String topic, Map<String, String> values, Map<String, String> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("bootstrap.servers", servers);
        try (KafkaProducer<byte[], byte[]> own =
                new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer())) {
            boolean transactional = settings.containsKey("transactional.id");
            if (transactional) own.initTransactions();
            if (transactional) own.beginTransaction();
            values.forEach((key, value) -> own.send(new ProducerRecord<>(topic, bytes(key), bytes(value))));
            if (transactional) own.commitTransaction();
        }
    }

    /** What the topic holds now, oldest first within each partition. */
    public List<ConsumerRecord<String, byte[]>> records(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(each -> new TopicPartition(topic, each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Wait.BRIEFLY).forEach(records::add);
            }
            records.sort(Comparator.comparingInt(ConsumerRecord::partition));
            return records;
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private interface Answer<T> {
        T get() throws ExecutionException, InterruptedException;
    }

    private static <T> T done(Answer<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Shared {

        static final TestKafka KAFKA = start();

        private static TestKafka start() {
            TemporaryDirectory directory = new TemporaryDirectory();
            EmbeddedKafka broker = EmbeddedKafka.start(0, directory.path());
            TestKafka kafka = new TestKafka(broker.servers());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                kafka.close();
                broker.close();
                directory.close();
            }));
            return kafka;
        }
    }
}
