package dev.flightboard.bridge;

import dev.flightboard.bridge.FlightTopic.Held;
import dev.flightboard.flight.FlightState;
import dev.flightboard.record.RecordReader;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.KafkaException;

/**
 * Keeps in the topic what an API lists: writes what changed, and a removal for what went. Used by one thread.
 *
 * <p>Invariant ("the topic is its memory"): what is written follows from what was polled and what the topic holds, and so a
 * write that failed, a restart or another topic need no care of their own.
 */
public final class Bridge implements AutoCloseable {

    // A board forgets what nobody wrote for two days; once a day, what stands is said again.
    private static final Duration REPEAT = Duration.ofDays(1);

    private final PolledApi api;
    private final FlightTopic topic;
    private final TopicWriter writer;
    private final Absences absences;
    private final Clock clock;

    /**
     * What came of one poll.
     *
     * @param trouble why it may not have been all, or not have been written; null where all is well
     * @param faults what is wrong with entries of the list, some of it
     * @param retryAfter how long the API asks not to be asked; zero where it does not say
     */
    public record Round(
            int listed, int written, int removed, String trouble, List<String> faults, Duration retryAfter) {}

    /**
     * @param name of this bridge: what others write it leaves alone
     * @param lists in how many whole lists in a row a flight must be missing to be gone
     */
    public Bridge(
            Api api,
            RecordReader reader,
            int requestsPerMinute,
            Map<String, Object> kafka,
            String topic,
            String name,
            int lists,
            Clock clock) {
        this.api = new PolledApi(api, reader, requestsPerMinute);
        this.topic = new FlightTopic(kafka, topic, name);
        this.writer = new TopicWriter(kafka, topic, name);
        this.absences = new Absences(lists);
        this.clock = clock;
    }

    /** Polls once, and writes what follows. */
    public Round round() throws InterruptedException {
        Poll poll = api.poll();
        try {
            Map<String, FlightState> changes = changes(poll, topic.read());
            writer.write(changes);
            int removed =
                    (int) changes.values().stream().filter(Objects::isNull).count();
            return round(poll, changes.size() - removed, removed, poll.trouble());
        } catch (KafkaException failed) {
            return round(poll, 0, 0, "Kafka: " + failed.getMessage());
        }
    }

    private static Round round(Poll poll, int written, int removed, String trouble) {
        return new Round(poll.listed().size(), written, removed, trouble, poll.faults(), poll.retryAfter());
    }

    /** A null state removes the flight. */
    private Map<String, FlightState> changes(Poll poll, Map<String, Held> held) {
        Map<String, FlightState> changes = new HashMap<>();
        long old = clock.millis() - REPEAT.toMillis();
        poll.flights().forEach((id, state) -> {
            Held known = held.get(id);
            boolean same = known != null && state.equals(known.state());
            if (!same || known.ours() && known.time() < old) changes.put(id, state);
        });
        if (poll.isWhole()) for (String id : absences.gone(shown(held), poll.listed())) changes.put(id, null);
        return changes;
    }

    private static Set<String> shown(Map<String, Held> held) {
        Set<String> shown = new HashSet<>();
        held.forEach((id, each) -> {
            if (each.ours() && each.state() != null) shown.add(id);
        });
        return shown;
    }

    @Override
    public void close() {
        writer.close();
        topic.close();
    }
}
