package dev.flightboard.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks Kafka every so often for the topic's identity, partitions and ends, without making the feed's thread, which owns
 * it, wait: a question is put, and the answer collected when it is there.
 */
final class TopicWatch {

    private final Admin admin;
    private final String topic;
    private final Duration every;
    private final Clock clock;
    private CompletableFuture<TopicView> question;
    private Instant nextAt = Instant.MIN;

    TopicWatch(Admin admin, String topic, Duration every, Clock clock) {
        this.admin = admin;
        this.topic = topic;
        this.every = every;
        this.clock = clock;
    }

    /** The next view once it is there; failed views are thrown as {@link CompletionException}. */
    Optional<TopicView> poll() {
        Instant now = clock.instant();
        if (question == null) {
            if (now.isBefore(nextAt)) return Optional.empty();
            nextAt = now.plus(every);
            question = ask(now).toCompletableFuture();
        }
        if (!question.isDone()) return Optional.empty();
        CompletableFuture<TopicView> answered = question;
        question = null;
        return Optional.of(answered.join());
    }

    private CompletionStage<TopicView> ask(Instant now) {
        long nanos = System.nanoTime();
        return admin.describeTopics(List.of(topic))
                .topicNameValues()
                .get(topic)
                .toCompletionStage()
                .thenCompose(description -> ends(description)
                        .thenApply(ends ->
                                new TopicView(description.topicId().getLeastSignificantBits(), ends, now, nanos)));
    }

    private CompletionStage<long[]> ends(TopicDescription description) {
        int partitions = description.partitions().size();
        Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(Function.identity(), each -> OffsetSpec.latest()));
        return admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .toCompletionStage()
                .thenApply(offsets -> IntStream.range(0, partitions)
                        .mapToLong(partition -> offsets.get(new TopicPartition(topic, partition))
                                .offset())
                        .toArray());
    }
}
