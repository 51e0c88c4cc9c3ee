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
 * Asks Kafka at intervals for the topic's identity, partitions and ends. Nothing here waits: a question is sent, and its
 * answer is collected when it has come. Owned by the feed's thread.
 */
@Singleton
class TopicWatch implements AutoCloseable {

    // A question that waits, for a broker that died or a partition without a leader, does not delay the next ones.
    private static final int MAX_QUESTIONS = 4;

    // Failures in a row, after which the client is replaced: one whose own thread has died fails for ever.
    private static final int MAX_FAILURES = 10;

    // After a failure that lasts, such as a wrong password: some brokers lock clients that try too often.
    private static final long LATER_NANOS = Duration.ofSeconds(10).toNanos();

    // Within some tens of milliseconds every part of a broker knows a new topic.
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

    /** The client by which questions are sent; throws a KafkaException where none can be made. */
    Admin admin() {
        if (admin == null) admin = clients.admin();
        return admin;
    }

    /** The newest answer since the last call. Where there is none and a question failed, its failure is thrown. */
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
        // A new client reads certificates and passwords anew.
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
        // One by one: a partition without a leader has no end, and must not cost the ends of the others.
        return CompletableFuture.allOf(latest.keySet().stream()
                        .map(each -> answers.partitionResult(each)
                                .toCompletionStage()
                                .handle((answer, failure) -> ends.put(each.partition(), answer, failure)))
                        .map(CompletionStage::toCompletableFuture)
                        .toArray(CompletableFuture<?>[]::new))
                .thenApply(done -> ends);
    }

    /** Filled by the admin client's thread; read by others only when it is complete. */
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

    /** Asks soon, because the topic was just created, and need not be waited for as long as a change. */
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
