package dev.flightboard;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.eclipse.microprofile.config.Config;

/**
 * The settings of every Kafka client of the service: the {@code KAFKA_…} variables that Kafka's clients know. Others with that
 * prefix belong to other tools ({@code KAFKA_HOME}, {@code KAFKA_OPTS}, a cluster's {@code KAFKA_PORT=tcp://…}) and are
 * ignored.
 */
@Singleton
public class KafkaSettings {

    private static final String SERVERS = "bootstrap.servers";

    // How Kafka's message names the setting that it refuses.
    private static final Pattern SETTING = Pattern.compile("configuration ([a-z.]+)");

    /** Settings that the service decides: other values would change which records it reads, or let it wait for ever. */
    private static final Set<String> OWN = Set.of(
            // It reads every record, in no group, from offsets that it keeps itself.
            "group.id",
            "group.instance.id",
            "group.protocol",
            "group.remote.assignor",
            "partition.assignment.strategy",
            "auto.offset.reset",
            "enable.auto.commit",
            "isolation.level",
            "allow.auto.create.topics",
            "max.poll.records",
            "key.deserializer",
            "value.deserializer",
            // It writes records in order, each once, and in no transaction.
            "transactional.id",
            "enable.idempotence",
            "acks",
            "retries",
            "max.in.flight.requests.per.connection",
            "key.serializer",
            "value.serializer",
            // Records of one flight go to one partition, by their key: only there they have an order.
            "partitioner.class",
            "partitioner.ignore.keys",
            // FLIGHTBOARD_FEED_LOST_AFTER sets these.
            "request.timeout.ms",
            "default.api.timeout.ms",
            "delivery.timeout.ms",
            "max.block.ms",
            "fetch.min.bytes",
            "fetch.max.wait.ms",
            "metadata.recovery.strategy");

    private final Map<String, String> named = new TreeMap<>();
    private final Set<String> unused = new TreeSet<>();
    private final String servers;
    private final Secrets secrets;

    @Inject
    public KafkaSettings(Config config, Setup setup) {
        this(config, setup.kafkaServers());
    }

    /** For what runs without the service. */
    public KafkaSettings(Config config, String servers) {
        this.servers = servers;
        for (String name : known()) {
            Optional<String> value = config.getOptionalValue("kafka." + name, String.class);
            if (value.isEmpty() || name.equals(SERVERS)) continue;
            if (OWN.contains(name)) unused.add(variable(name));
            else named.put(name, value.get());
        }
        secrets = Secrets.of(named);
        allowNamedUrls();
    }

    // Kafka's clients speak only to those addresses of a token's issuer that a system property names, too: a guard
    // against settings by strangers, where these are the operator's.
    private void allowNamedUrls() {
        String property = "org.apache.kafka.sasl.oauthbearer.allowed.urls";
        String urls = Stream.of("sasl.oauthbearer.token.endpoint.url", "sasl.oauthbearer.jwks.endpoint.url")
                .map(named::get)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(","));
        if (!urls.isEmpty() && System.getProperty(property) == null) System.setProperty(property, urls);
    }

    public String servers() {
        return servers;
    }

    /** A new map each time, for the client to add its own. */
    @Produces
    @Singleton
    @Identifier("default-kafka-broker")
    public Map<String, Object> shared() {
        Map<String, Object> shared = new HashMap<>(named);
        shared.put(SERVERS, servers);
        return shared;
    }

    /** The variables that are set and not used, because the service decides; as they are written in the environment. */
    Set<String> unused() {
        return unused;
    }

    /** A text of a Kafka client with every secret in it hidden, for the log and for health. */
    public String withoutSecrets(String text) {
        return secrets.hide(text);
    }

    /** Throws an exception that names the variable, where Kafka's clients would refuse one. */
    public void check() {
        for (String address : servers.split(",")) {
            if (Utils.getHost(address.strip()) == null || Utils.getPort(address.strip()) == null) {
                throw new ConfigurationException(variable(SERVERS) + "=" + servers + ": \"" + address
                        + "\" is no host:port. Name one broker or more, with commas between.");
            }
        }
        try {
            Map<String, Object> settings = shared();
            // Which every reader must have, and every writer.
            settings.put("key.deserializer", ByteArrayDeserializer.class);
            settings.put("value.deserializer", ByteArrayDeserializer.class);
            settings.put("key.serializer", ByteArraySerializer.class);
            settings.put("value.serializer", ByteArraySerializer.class);
            new ConsumerConfig(settings);
            new AdminClientConfig(settings);
            // The first writer may be opened days later, for the first record that is rejected.
            new ProducerConfig(settings);
        } catch (ConfigException refused) {
            String text = withoutSecrets(refused.getMessage());
            Matcher name = SETTING.matcher(text);
            throw new ConfigurationException(
                    (name.find() ? variable(name.group(1)) : "A KAFKA_ setting") + " is wrong: " + text);
        }
    }

    static String variable(String name) {
        return "KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    private static Set<String> known() {
        Set<String> known = new TreeSet<>(ConsumerConfig.configNames());
        known.addAll(ProducerConfig.configNames());
        known.addAll(AdminClientConfig.configNames());
        return known;
    }
}
