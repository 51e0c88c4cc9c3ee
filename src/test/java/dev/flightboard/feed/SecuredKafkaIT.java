package dev.flightboard.feed;

import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.SecuredKafka;
import dev.flightboard.support.TestKafka;
import dev.flightboard.support.Wait;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Kafka as companies run it: what docs/operating.md says of rights and settings, and what is said where they are wrong. */
class SecuredKafkaIT {

    private static SecuredKafka kafka;
    private static TestKafka producer;
    private static String topic;

    @BeforeAll
    static void start() {
        kafka = new SecuredKafka();
        producer = TestKafka.at(kafka.openServers());
        topic = producer.createTopic(2);
        producer.send(topic, "I768", "{\"flight\":\"I768\",\"state\":\"landed\"}");
        for (String user : new String[] {"reader", "describer"}) kafka.addUser(user, SecuredKafka.PASSWORD);
        for (String user : new String[] {"reader", "plain", "token", "CN=broker"}) {
            kafka.allow(user, topic, READ, DESCRIBE);
        }
        kafka.allow("describer", topic, DESCRIBE);
    }

    @AfterAll
    static void stop() {
        producer.close();
        kafka.close();
    }

    @Test
    void aPasswordIsEnoughToReadWithTheRightsThatAreListed() {
        try (TestFeed feed = feed(kafka.scram("reader", SecuredKafka.PASSWORD))) {
            feed.awaitFlights(1);

            assertThat(feed.feed.trouble()).isEmpty();
        }
    }

    @Test
    void soIsAPlainPassword() {
        try (TestFeed feed = feed(kafka.plain())) {
            feed.awaitFlights(1);
        }
    }

    @Test
    void soIsAToken() {
        try (TestFeed feed = feed(kafka.token("token"))) {
            feed.awaitFlights(1);
        }
    }

    @Test
    void soIsACertificate() {
        try (TestFeed feed = feed(kafka.certificate())) {
            feed.awaitFlights(1);
        }
    }

    @Test
    void aWrongPasswordIsToldAndNotShown() {
        try (TestFeed feed = feed(kafka.scram("reader", "not the secret"))) {

            assertThat(feed.awaitTrouble("Authentication failed"))
                    .contains("KAFKA_SASL_JAAS_CONFIG")
                    .doesNotContain("not the secret");
            assertThat(feed.feed.health().getStatus()).hasToString("UP");
        }
    }

    @Test
    void aRightThatIsMissingIsToldAndNothingIsCalledLive() {
        try (TestFeed feed = feed(kafka.scram("describer", SecuredKafka.PASSWORD))) {

            assertThat(feed.awaitTrouble("records cannot be read"))
                    .contains(topic)
                    .contains("lacks a right");
            assertThat(feed.feed.hasCaughtUp()).isFalse();
        }
    }

    @Test
    void aRightThatIsTakenAwayMakesTheBoardStaleThoughNothingIsWritten() {
        kafka.addUser("former", SecuredKafka.PASSWORD);
        kafka.allow("former", topic, READ, DESCRIBE);
        try (TestFeed feed = feed(kafka.scram("former", SecuredKafka.PASSWORD))) {
            feed.awaitFlights(1);

            kafka.revoke("former", topic, READ);
            feed.awaitTrouble("lacks a right");
            Wait.until("a stale board", feed::isStale);
            kafka.allow("former", topic, READ);

            Wait.until(
                    "a live board", () -> !feed.isStale() && feed.feed.trouble().isEmpty());
            assertThat(feed.board.head().flights()).isOne();
        }
    }

    @Test
    void withoutTheRightToCopyRejectedRecordsAllElseGoesOn() {
        kafka.allow("reader", topic, READ, DESCRIBE);
        String bad = producer.createTopic(1);
        kafka.allow("reader", bad, READ, DESCRIBE);
        producer.send(bad, "bad", "no JSON");
        producer.send(bad, "good", "{\"flight\":\"I768\",\"state\":\"landed\"}");
        Map<String, String> settings = new HashMap<>(kafka.scram("reader", SecuredKafka.PASSWORD));

        try (TestFeed feed = TestFeed.started(onTopic(bad, settings))) {
            feed.awaitFlights(1);

            Wait.until(
                    "the copy to be missed",
                    () -> feed.meters
                                    .get("flightboard.feed.rejected.uncopied")
                                    .counter()
                                    .count()
                            == 1);
        }
        kafka.allow("reader", bad + ".rejected", WRITE, DESCRIBE);
    }

    @Test
    void anExpiredCertificateIsTold() {
        try (TestFeed feed = feed(kafka.expired())) {

            assertThat(feed.awaitTrouble("expired")).contains("renew it");
        }
    }

    @Test
    void aCertificateForAnotherHostIsTold() {
        try (TestFeed feed = feed(kafka.elsewhere())) {

            assertThat(feed.awaitTrouble("127.0.0.1")).contains("the broker's certificate is for another host");
        }
    }

    @Test
    void aCertificateThatTheBrokerWantsIsTold() {
        try (TestFeed feed = feed(kafka.withoutCertificate())) {

            assertThat(feed.awaitTrouble("cannot be")).contains("KAFKA_SSL_KEYSTORE_LOCATION");
        }
    }

    @Test
    void aProtocolThatIsNotTheBrokersIsTold() {
        try (TestFeed feed = feed(kafka.withoutTls())) {

            assertThat(feed.awaitTrouble("cannot be")).contains("KAFKA_SECURITY_PROTOCOL");
        }
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        Map<String, String> settings = new HashMap<>(kafka.plain());
        settings.put("KAFKA_SSL_TRUSTSTORE_LOCATION", "/no/such/file");

        try (TestFeed feed = feed(settings)) {

            assertThat(feed.awaitTrouble("/no/such/file")).contains("NoSuchFile");
        }
    }

    @Test
    void anEntryThatIsMistypedIsToldWithoutItsSecret() {
        Map<String, String> settings = new HashMap<>(kafka.plain());
        settings.computeIfPresent("KAFKA_SASL_JAAS_CONFIG", (name, entry) -> entry.replace(";", ""));

        try (TestFeed feed = feed(settings)) {

            assertThat(feed.awaitTrouble("semi-colon")).doesNotContain("secret");
        }
    }

    private static TestFeed feed(Map<String, String> settings) {
        return TestFeed.started(onTopic(topic, settings));
    }

    private static Map<String, String> onTopic(String name, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("FLIGHTBOARD_TOPIC", name);
        all.put("FLIGHTBOARD_FEED_CREATE_TOPICS", "false");
        all.put("FLIGHTBOARD_FEED_LOST_AFTER", "1s");
        return all;
    }
}
