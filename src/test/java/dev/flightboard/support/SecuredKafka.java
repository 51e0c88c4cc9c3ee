package dev.flightboard.support;

import dev.flightboard.broker.EmbeddedKafka;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** A real Kafka as companies run it: with TLS, passwords, tokens, clients' certificates and rights. */
public final class SecuredKafka implements AutoCloseable {

    public static final String PASSWORD = "a secret, of the test";

    private static final String LOGIN = "org.apache.kafka.common.security.";

    private final TemporaryDirectory directory = new TemporaryDirectory();
    private final int passwords = FreePort.next();
    private final int certificates = FreePort.next();
    private final int expired = FreePort.next();
    private final EmbeddedKafka kafka;
    private final Admin admin;

    public SecuredKafka() {
        int open = FreePort.next();
        keys("ca", "-ext", "bc:c");
        keys("broker", "-signer", "ca", "-ext", "SAN=dns:localhost");
        keys("expired", "-signer", "ca", "-ext", "SAN=dns:localhost", "-startdate", "-9d", "-validity", "1");
        split("ca", "broker", "expired");
        kafka = EmbeddedKafka.start(open, directory.path().resolve("kafka"), settings(open));
        admin = Admin.create(Map.of("bootstrap.servers", kafka.servers()));
    }

    /** Where everything is allowed. */
    public String openServers() {
        return kafka.servers();
    }

    public Map<String, String> scram(String user, String password) {
        return withPassword("SCRAM-SHA-512", LOGIN + "scram.ScramLoginModule", user, password);
    }

    /** Of the one user that this mechanism has. */
    public Map<String, String> plain() {
        return withPassword("PLAIN", LOGIN + "plain.PlainLoginModule", "plain", PASSWORD);
    }

    public Map<String, String> token(String user) {
        return client(
                passwords,
                "SASL_SSL",
                "KAFKA_SASL_MECHANISM",
                "OAUTHBEARER",
                "KAFKA_SASL_JAAS_CONFIG",
                LOGIN + "oauthbearer.OAuthBearerLoginModule required unsecuredLoginStringClaim_sub=\"" + user + "\";");
    }

    /** Of the user {@code CN=broker}: any certificate is a client's, too. */
    public Map<String, String> certificate() {
        return client(
                certificates,
                "SSL",
                "KAFKA_SSL_KEYSTORE_TYPE",
                "PKCS12",
                "KAFKA_SSL_KEYSTORE_LOCATION",
                store("broker"),
                "KAFKA_SSL_KEYSTORE_PASSWORD",
                PASSWORD);
    }

    public Map<String, String> withoutCertificate() {
        return client(certificates, "SSL");
    }

    public Map<String, String> expired() {
        return client(expired, "SSL");
    }

    public Map<String, String> elsewhere() {
        Map<String, String> settings = client(certificates, "SSL");
        // Which no certificate names.
        settings.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + certificates);
        return settings;
    }

    public Map<String, String> withoutTls() {
        return Map.of("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + passwords);
    }

    public void addUser(String user, String password) {
        ScramCredentialInfo info = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);
        done(admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(user, info, password)))
                .all());
    }

    public void allow(String user, String topic, AclOperation... operations) {
        done(admin.createAcls(bindings(user, topic, operations)).all());
    }

    public void revoke(String user, String topic, AclOperation... operations) {
        done(admin.deleteAcls(bindings(user, topic, operations).stream()
                        .map(AclBinding::toFilter)
                        .toList())
                .all());
    }

    private static List<AclBinding> bindings(String user, String topic, AclOperation... operations) {
        ResourcePattern resource = new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL);
        return Arrays.stream(operations)
                .map(each -> new AclBinding(
                        resource, new AccessControlEntry("User:" + user, "*", each, AclPermissionType.ALLOW)))
                .toList();
    }

    private Map<String, String> withPassword(String mechanism, String module, String user, String password) {
        return client(
                passwords,
                "SASL_SSL",
                "KAFKA_SASL_MECHANISM",
                mechanism,
                "KAFKA_SASL_JAAS_CONFIG",
                module + " required username=\"" + user + "\" password=\"" + password + "\";");
    }

    private Map<String, String> client(int port, String protocol, String... more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                "localhost:" + port,
                "KAFKA_SECURITY_PROTOCOL",
                protocol,
                "KAFKA_SSL_TRUSTSTORE_TYPE",
                "PKCS12",
                "KAFKA_SSL_TRUSTSTORE_LOCATION",
                store("trusted"),
                "KAFKA_SSL_TRUSTSTORE_PASSWORD",
                PASSWORD));
        for (int i = 0; i < more.length; i += 2) settings.put(more[i], more[i + 1]);
        return settings;
    }

    private Map<String, String> settings(int open) {
        int controller = FreePort.next();
        return Map.ofEntries(
                Map.entry("controller.quorum.voters", "1@localhost:" + controller),
                Map.entry(
                        "listeners",
                        "PLAINTEXT://localhost:" + open + ",PASSWORDS://localhost:" + passwords
                                + ",CERTIFICATES://localhost:" + certificates + ",EXPIRED://localhost:" + expired
                                + ",CONTROLLER://localhost:" + controller),
                Map.entry(
                        "listener.security.protocol.map",
                        "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,PASSWORDS:SASL_SSL,CERTIFICATES:SSL,EXPIRED:SSL"),
                Map.entry("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                Map.entry("super.users", "User:ANONYMOUS"),
                Map.entry("ssl.keystore.type", "PKCS12"),
                Map.entry("ssl.keystore.location", store("broker")),
                Map.entry("ssl.keystore.password", PASSWORD),
                Map.entry("ssl.truststore.type", "PKCS12"),
                Map.entry("ssl.truststore.location", store("trusted")),
                Map.entry("ssl.truststore.password", PASSWORD),
                Map.entry("listener.name.certificates.ssl.client.auth", "required"),
                Map.entry("listener.name.expired.ssl.keystore.location", store("expired")),
                Map.entry("listener.name.passwords.sasl.enabled.mechanisms", "SCRAM-SHA-512,PLAIN,OAUTHBEARER"),
                Map.entry(
                        "listener.name.passwords.scram-sha-512.sasl.jaas.config",
                        LOGIN + "scram.ScramLoginModule required;"),
                Map.entry(
                        "listener.name.passwords.plain.sasl.jaas.config",
                        LOGIN + "plain.PlainLoginModule required user_plain=\"" + PASSWORD + "\";"),
                Map.entry(
                        "listener.name.passwords.oauthbearer.sasl.jaas.config",
                        LOGIN + "oauthbearer.OAuthBearerLoginModule required;"));
    }

    private String store(String name) {
        return directory.path().resolve(name + ".p12").toString();
    }

    // The one tool for it that comes with every JDK.
    private void keys(String name, String... more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-alias",
                name,
                "-keystore",
                store("all"),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD));
        command.addAll(List.of(more));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) throw new IllegalStateException("keytool failed: " + said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each key into a store of its own, and who signed them into one of those who are trusted. */
    private void split(String ca, String... names) {
        char[] password = PASSWORD.toCharArray();
        try {
            KeyStore all = KeyStore.getInstance(new File(store("all")), password);
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, password);
            trusted.setCertificateEntry(ca, all.getCertificate(ca));
            write(trusted, "trusted");
            for (String name : names) {
                KeyStore one = KeyStore.getInstance("PKCS12");
                one.load(null, password);
                one.setKeyEntry(name, all.getKey(name, password), password, all.getCertificateChain(name));
                write(one, name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(KeyStore keys, String name) throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(Path.of(store(name)))) {
            keys.store(out, PASSWORD.toCharArray());
        }
    }

    private static void done(KafkaFuture<?> answer) {
        try {
            answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
        kafka.close();
        directory.close();
    }
}
