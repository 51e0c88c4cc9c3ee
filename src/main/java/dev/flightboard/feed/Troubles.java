package dev.flightboard.feed;

import dev.flightboard.KafkaSettings;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** What is wrong between the feed and Kafka now: logged when it is new and then once a minute, and always told by health. Any thread. */
@Singleton
class Troubles {

    private static final Logger LOG = Logger.getLogger(Troubles.class);

    private final KafkaSettings kafka;
    private final OncePerMinute once = new OncePerMinute();
    private final Map<String, String> byPart = new ConcurrentHashMap<>();

    Troubles(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /**
     * @param part of the feed that has the trouble, until it has another one or is cleared
     * @param what cannot be done
     */
    void add(String part, String what, Throwable cause) {
        String why = kafka.withoutSecrets(Failure.of(cause));
        byPart.put(part, what + ": " + why);
        // Once for each cause: many partitions can have the same. Without digits, since times and counts change
        // with each attempt.
        if (once.isTimeFor(why.replaceAll("[0-9]+", "")))
            LOG.warnf("Kafka cannot be read: %s. servers=%s cause=\"%s\"", what, kafka.servers(), why);
    }

    void clear(String part) {
        byPart.remove(part);
    }

    Optional<String> text() {
        return byPart.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", new TreeSet<>(byPart.values())));
    }
}
