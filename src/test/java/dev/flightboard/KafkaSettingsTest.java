package dev.flightboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaSettingsTest {

    @Test
    void everySettingOfKafkasClientsReachesThem() {
        KafkaSettings kafka = with("KAFKA_SECURITY_PROTOCOL", "SASL_SSL", "KAFKA_SSL_TRUSTSTORE_LOCATION", "/ca.pem");

        assertThat(kafka.shared())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("ssl.truststore.location", "/ca.pem")
                .containsEntry("bootstrap.servers", "kafka.example:9092");
    }

    @Test
    void variablesOfOtherToolsDoNoHarm() {
        KafkaSettings kafka = with(
                "KAFKA_HOME", "/opt/kafka",
                "KAFKA_OPTS", "-Dany",
                "KAFKA_HEAP_OPTS", "-Xmx1g",
                "KAFKA_VERSION", "4.1.1",
                "KAFKA_PORT", "tcp://10.0.0.1:9092",
                "KAFKA_SERVICE_HOST", "10.0.0.1");

        assertThat(kafka.shared()).containsOnlyKeys("bootstrap.servers");
        assertThatCode(kafka::check).doesNotThrowAnyException();
    }

    @Test
    void whatTheServiceDecidesIsKeptFromItsClientsAndNamed() {
        KafkaSettings kafka = with(
                "KAFKA_TRANSACTIONAL_ID", "mine",
                "KAFKA_GROUP_ID", "theirs",
                "KAFKA_REQUEST_TIMEOUT_MS", "1",
                "KAFKA_PARTITIONER_CLASS", "org.apache.kafka.clients.producer.RoundRobinPartitioner",
                "KAFKA_PARTITIONER_IGNORE_KEYS", "true");

        assertThat(kafka.shared()).containsOnlyKeys("bootstrap.servers");
        assertThat(kafka.unused())
                .containsExactly(
                        "KAFKA_GROUP_ID",
                        "KAFKA_PARTITIONER_CLASS",
                        "KAFKA_PARTITIONER_IGNORE_KEYS",
                        "KAFKA_REQUEST_TIMEOUT_MS",
                        "KAFKA_TRANSACTIONAL_ID");
    }

    @Test
    void whatKafkaRefusesEndsTheStartByName() {
        assertThatThrownBy(with("KAFKA_SECURITY_PROTOCOL", "TLS")::check)
                .hasMessageContaining("KAFKA_SECURITY_PROTOCOL is wrong")
                .hasMessageContaining("TLS")
                .hasMessageContaining("SASL_SSL");
        assertThatThrownBy(with("KAFKA_RECEIVE_BUFFER_BYTES", "much")::check)
                .hasMessageContaining("KAFKA_RECEIVE_BUFFER_BYTES is wrong");
        assertThatThrownBy(with("KAFKA_BOOTSTRAP_SERVERS", "kafka.example")::check)
                .hasMessageContaining("KAFKA_BOOTSTRAP_SERVERS=kafka.example")
                .hasMessageContaining("host:port");
    }

    @ParameterizedTest
    @CsvSource({"KAFKA_COMPRESSION_TYPE, gz", "KAFKA_BUFFER_MEMORY, x", "KAFKA_LINGER_MS, soon"})
    void whatOnlyAWriterUsesIsCheckedAtTheStartToo(String variable, String value) {
        assertThatThrownBy(with(variable, value)::check)
                .hasMessageContaining(variable + " is wrong")
                .hasMessageContaining(value);
    }

    @Test
    void namesAreTheSameInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));

            KafkaSettings kafka = with("KAFKA_CLIENT_ID", "board", "KAFKA_GROUP_ID", "theirs");

            assertThat(kafka.shared()).containsEntry("client.id", "board");
            assertThat(kafka.unused()).containsExactly("KAFKA_GROUP_ID");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aTokensIssuerThatIsNamedMayBeAsked() {
        with("KAFKA_SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL", "https://issuer.example/token");

        assertThat(System.clearProperty("org.apache.kafka.sasl.oauthbearer.allowed.urls"))
                .isEqualTo("https://issuer.example/token");
    }

    @Test
    void noSecretIsShown() {
        String key = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2Vw\n-----END PRIVATE KEY-----";
        KafkaSettings kafka = with(
                "KAFKA_SASL_JAAS_CONFIG",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"board\" password=\"hunter of\";",
                "KAFKA_SSL_KEY_PASSWORD",
                "x1",
                "KAFKA_SSL_KEYSTORE_KEY",
                key);

        String shown = kafka.withoutSecrets("JAAS config of board: \"hunter of\", x1, " + key.replace('\n', ' '));

        assertThat(shown)
                .contains("JAAS config of board")
                .doesNotContain("hunter")
                .doesNotContain("x1")
                .doesNotContain("MC4C");
    }

    @Test
    void aSecretWithoutItsQuoteIsNotShownByItsWords() {
        KafkaSettings kafka = with(
                "KAFKA_SASL_JAAS_CONFIG",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"board\" password=hunter two;");

        String shown = kafka.withoutSecrets("Value not specified for key 'two' in JAAS config");

        assertThat(shown).isEqualTo("Value not specified for key '[hidden]' in JAAS config");
    }

    private static KafkaSettings with(String... variables) {
        Map<String, String> environment = new HashMap<>(Map.of("KAFKA_BOOTSTRAP_SERVERS", "kafka.example:9092"));
        for (int i = 0; i < variables.length; i += 2) environment.put(variables[i], variables[i + 1]);
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(FlightboardConfig.class)
                .withSources(new EnvConfigSource(environment, 300))
                .build();
        return new KafkaSettings(config, new Setup(config, config.getConfigMapping(FlightboardConfig.class)));
    }
}
