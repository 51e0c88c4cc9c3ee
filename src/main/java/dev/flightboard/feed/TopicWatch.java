package dev.flightboard.feed;

import dev.flightboard.FlightboardConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Asks Kafka every so often for the topic's identity, partitions and ends. Nothing here waits: a question is put, and its
 * answer collected when it is there. Owned by the feed's thread.
 */
@Singleton
class TopicWatch implements AutoCloseable {

    // One that waits for a broker that has died, or for the leader that a partition lost, does not hold up the next.
    private static final int MAX_QUESTIONS = 4;

    // In a row; a client whose own thread has died fails for ever.
    private static final int MAX_FAILURES = 10;

    // What fails for good may be a password, and some brokers lock those who try too often.
    private static final long LATER_NANOS = Duration.ofSeconds(10).toNanos();

    // Every part of a broker knows a new topic within some tens of milliseconds.
    private static final long SOON_NANOS = 100_000_000;

    private final KafkaClients clients;
    private final String topic;
    private final long everyNanos;
    private final Deque<CompletableFuture<TopicView>> questions = new ArrayDeque<>();
    private Admin admin;
    private int failures;
    private long nextAt = System.nanoTime();

    TopicWatch(FlightboardConfig config, KafkaClients clients) {
        this.clients = clients;
        this.topic = config.topic();
        this.everyNanos = config.feed().watch().toNanos();
    }

    /** The one that the questions go through; throws a KafkaException where none can be made. */
    Admin admin() {
        if (admin == null) admin = clients.admin();
        return admin;
    }

    /** The newest view that has come since the last call; where there is none, and a question failed, its failure is thrown. */
    Optional<TopicView> poll() {
        long now = System.nanoTime();
        if (now - nextAt >= 0 && questions.size() < MAX_QUESTIONS) {
            nextAt = now + everyNanos;
            questions.add(ask(admin(), now).toCompletableFuture());
        }
        return collect();
    }

    private Optional<TopicView> collect() {
        Optional<TopicView> view = Optional.empty();
        RuntimeException failure = null;
        for (Iterator<CompletableFuture<TopicView>> each = questions.iterator(); each.hasNext(); ) {
            CompletableFuture<TopicView> question = each.next();
            if (!question.isDone()) continue;
            each.remove();
            try {
                view = Optional.of(question.join());
                failures = 0;
            } catch (CompletionException failed) {
                failure = failed;
            }
        }
        if (view.isEmpty() && failure != null) {
            failed(failure.getCause());
            throw failure;
        }
        return view;
    }

    private void failed(Throwable cause) {
        failures++;
        // Certificates and the like are read when a client is made.
        boolean mayPass = cause instanceof RetriableException;
        if (!mayPass || failures % MAX_FAILURES == 0) close();
        if (!mayPass) nextAt = System.nanoTime() + LATER_NANOS;
    }

    private CompletionStage<TopicView> ask(Admin asked, long now) {
        return asked.describeTopics(List.of(topic))
                .topicNameValues()
                .get(topic)
                .toCompletionStage()
                .thenCompose(description -> ask(
                        asked,
                        now,
                        description.topicId().getLeastSignificantBits(),
                        description.partitions().size()));
    }

    private CompletionStage<TopicView> ask(Admin asked, long now, long identity, int partitions) {
        CompletableFuture<Ends> committed = ends(asked, partitions, IsolationLevel.READ_COMMITTED);
        CompletableFuture<Ends> written = ends(asked, partitions, IsolationLevel.READ_UNCOMMITTED);
        return committed.thenCombine(
                written,
                (ends, all) -> new TopicView(identity, ends.offsets, ends.missing.get(), ends.until(all), now));
    }

    private CompletableFuture<Ends> ends(Admin asked, int partitions, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (int each = 0; each < partitions; each++) latest.put(new TopicPartition(topic, each), OffsetSpec.latest());
        ListOffsetsResult answers = asked.listOffsets(latest, new ListOffsetsOptions(isolation));
        Ends ends = new Ends(new long[partitions], new AtomicReference<>());
        // One by one: a partition without a leader has no end to tell, and takes no other's.
        return CompletableFuture.allOf(latest.keySet().stream()
                        .map(each -> answers.partitionResult(each)
                                .toCompletionStage()
                                .handle((answer, failure) -> ends.put(each.partition(), answer, failure)))
                        .map(CompletionStage::toCompletableFuture)
                        .toArray(CompletableFuture<?>[]::new))
                .thenApply(done -> ends);
    }

    /** Filled by the admin client's thread, read once it is complete. */
    private record Ends(long[] offsets, AtomicReference<Throwable> missing) {

        Ends put(int partition, ListOffsetsResultInfo answer, Throwable failure) {
            offsets[partition] = failure == null ? answer.offset() : TopicView.UNKNOWN;
            if (failure != null) missing.set(failure);
            return this;
        }

        long until(Ends later) {
            long records = 0;
            for (int each = 0; each < offsets.length; each++) {
                if (offsets[each] != TopicView.UNKNOWN) records += Math.max(0, later.offsets[each] - offsets[each]);
            }
            return records;
        }
    }

    /** So that a topic that was created a moment ago is not waited for as long as a change. */
    void askSoon() {
        nextAt = System.nanoTime() + SOON_NANOS;
    }

    @Override
    public void close() {
        questions.clear();
        if (admin != null) KafkaClients.close(admin);
        admin = null;
    }
}
