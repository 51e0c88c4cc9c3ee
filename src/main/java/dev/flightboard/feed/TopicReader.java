package dev.flightboard.feed;

import dev.flightboard.FlightboardConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Reads every partition of the topic, from its beginning on. It keeps its offsets itself, so that the client can be replaced
 * after a failure. Owned by the feed's thread.
 */
@Singleton
class TopicReader implements AutoCloseable {

    // Partitions without a leader stay unknown, and each question takes time.
    private static final int MAX_UNKNOWN = 10;

    private final String topic;
    private final KafkaClients clients;
    private final Troubles troubles;
    private final StuckPartitions stuck = new StuckPartitions();

    /** The next offset of each partition, with the leader's epoch: by it a broker notices that the log was cut meanwhile. */
    private final Map<TopicPartition, OffsetAndMetadata> places = new HashMap<>();

    // Volatile for who wakes it up.
    private volatile Consumer<byte[], byte[]> client;
    private int partitions;

    TopicReader(FlightboardConfig config, KafkaClients clients, Troubles troubles) {
        this.topic = config.topic();
        this.clients = clients;
        this.troubles = troubles;
    }

    int partitions() {
        return partitions;
    }

    /** Reads this many partitions from now on, each from its own offset; 0 stops reading. */
    void assign(int count) {
        partitions = count;
        for (TopicPartition each : stuck.clear()) troubles.clear(each.toString());
        if (client != null) seek();
    }

    /** The next read begins at the beginning, with a new client. */
    void forget() {
        assign(0);
        places.clear();
        // Kafka's client keeps each partition's leader epoch by name. A partition that the new topic gets later begins
        // with epoch 0: a client that knew a former one of that number takes this for old news, and never reads it.
        close();
    }

    /** The offset that is read next in a partition; -1 until it is known, for a log need not begin at 0. */
    long place(int partition) {
        OffsetAndMetadata place = places.get(new TopicPartition(topic, partition));
        return place == null ? -1 : place.offset();
    }

    /**
     * The records that have come, or come within the given time. A partition that cannot be read any further is left out.
     *
     * @throws InvalidOffsetException if the log is not the one that was read
     * @throws KafkaException if nothing can be read; the client should then be made anew
     */
    ConsumerRecords<byte[], byte[]> read(Duration wait) {
        if (client == null) {
            client = clients.consumer();
            seek();
        }
        for (TopicPartition each : stuck.due()) {
            // To seek drops what was already fetched of it.
            seek(each);
            client.resume(List.of(each));
        }
        try {
            return client.poll(wait);
        } catch (InvalidOffsetException | WakeupException ofNoPartition) {
            throw ofNoPartition;
        } catch (KafkaException failed) {
            leaveOut(StuckPartitions.culprit(failed, client.assignment()).orElseThrow(() -> failed), failed);
            return ConsumerRecords.empty();
        }
    }

    private void leaveOut(TopicPartition partition, KafkaException failed) {
        stuck.add(partition);
        client.pause(Set.of(partition));
        troubles.add(
                partition.toString(),
                "partition " + partition + " cannot be read on from offset " + place(partition.partition())
                        + ", all others go on: docs/operating.md, \"A partition is stuck\"",
                failed);
    }

    /** Notes that these records are on the board; the next offsets also pass gaps that compaction and transactions left. */
    void passed(ConsumerRecords<byte[], byte[]> records) {
        records.nextOffsets().forEach((partition, next) -> {
            places.put(partition, next);
            if (stuck.remove(partition)) troubles.clear(partition.toString());
        });
        if (places.size() < partitions) findBeginnings();
    }

    /** Finds the offsets of partitions that have nothing to read; the client knows them when the broker has answered. */
    private void findBeginnings() {
        int unknown = 0;
        for (TopicPartition each : all()) {
            if (places.containsKey(each)) continue;
            try {
                places.put(each, new OffsetAndMetadata(client.position(each, Duration.ZERO)));
            } catch (TimeoutException notYet) {
                // Enough for one time: a broker answers for all its partitions together.
                if (++unknown == MAX_UNKNOWN) return;
            }
        }
    }

    private List<TopicPartition> all() {
        return IntStream.range(0, partitions)
                .mapToObj(each -> new TopicPartition(topic, each))
                .toList();
    }

    private void seek() {
        client.assign(all());
        all().forEach(this::seek);
    }

    private void seek(TopicPartition partition) {
        OffsetAndMetadata place = places.get(partition);
        if (place == null) client.seekToBeginning(List.of(partition));
        else client.seek(partition, place);
    }

    /** Ends a read that waits, or the next one; it throws a {@link WakeupException}. Any thread. */
    void wakeUp() {
        Consumer<byte[], byte[]> reading = client;
        if (reading != null) reading.wakeup();
    }

    /** Returns at once; the next read opens a new client. */
    @Override
    public void close() {
        if (client != null) KafkaClients.close(client);
        client = null;
    }
}
