package dev.flightboard.feed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What to do about a failure of Kafka's clients, where its own words help only people who know Kafka's code. */
final class Advice {

    /** Advice by words of the failure's text, in the order in which they are tried. */
    private static final Map<String, String> BY_WORDS = new LinkedHashMap<>();

    static {
        BY_WORDS.put("NotAfter", "a certificate has expired: renew it");
        BY_WORDS.put("certificate expired", "a certificate has expired: renew it");
        BY_WORDS.put("certificate_expired", "the broker says that this client's certificate has expired: renew it");
        BY_WORDS.put(
                "No subject alternative",
                "the broker's certificate is for another host: name the broker as its certificate does");
        BY_WORDS.put(
                "No name matching",
                "the broker's certificate is for another host: name the broker as its certificate does");
        BY_WORDS.put(
                "unable to find valid certification path",
                "who signed the broker's certificate is not trusted: KAFKA_SSL_TRUSTSTORE_LOCATION or _CERTIFICATES");
        BY_WORDS.put("bad_certificate", "the broker wants a client's certificate: KAFKA_SSL_KEYSTORE_LOCATION");
        BY_WORDS.put("certificate_required", "the broker wants a client's certificate: KAFKA_SSL_KEYSTORE_LOCATION");
        BY_WORDS.put(
                "Unsupported or unrecognized SSL message", "the broker's port has no TLS: KAFKA_SECURITY_PROTOCOL");
        BY_WORDS.put(
                "Authentication failed", "name or password is wrong: KAFKA_SASL_JAAS_CONFIG, KAFKA_SASL_MECHANISM");
        BY_WORDS.put("authorization failed", "the service's user lacks a right: docs/operating.md, \"Secured Kafka\"");
        BY_WORDS.put("Not authorized", "the service's user lacks a right: docs/operating.md, \"Secured Kafka\"");
        BY_WORDS.put("collides with", "choose another FLIGHTBOARD_TOPIC, or create it yourself under this name");
        BY_WORDS.put("No resolvable bootstrap urls", "is KAFKA_BOOTSTRAP_SERVERS right, and does DNS know it?");
        BY_WORDS.put(
                "Timed out waiting for a node assignment",
                "no broker answers: are KAFKA_BOOTSTRAP_SERVERS and KAFKA_SECURITY_PROTOCOL right, and is the way open?");
        BY_WORDS.put(
                "replication factor",
                "fewer brokers are there than FLIGHTBOARD_FEED_REPLICATION or the cluster's default asks for");
        // Both unpack a native library there, which cannot be loaded from a folder that is mounted noexec.
        String codec = "the library of a codec cannot be loaded from " + System.getProperty("java.io.tmpdir")
                + ": mount it without noexec, or name another folder by JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=…";
        BY_WORDS.put("zstd", codec);
        BY_WORDS.put("Zstd", codec);
        BY_WORDS.put("snappy", codec);
        BY_WORDS.put("Snappy", codec);
    }

    private Advice() {}

    static Optional<String> on(String failure) {
        return BY_WORDS.entrySet().stream()
                .filter(each -> failure.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
