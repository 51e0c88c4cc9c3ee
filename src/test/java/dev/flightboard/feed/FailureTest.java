package dev.flightboard.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.NoSuchFileException;
import java.security.cert.CertificateException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class FailureTest {

    @Test
    void theRootIsTold() {
        Throwable root = new IllegalArgumentException("JAAS config entry not terminated by semi-colon");

        String text = Failure.of(new KafkaException("Failed to construct kafka consumer", new KafkaException(root)));

        assertThat(text)
                .isEqualTo("Failed to construct kafka consumer: JAAS config entry not terminated by semi-colon");
    }

    @Test
    void whatIsOnlyANameIsToldWithItsKind() {
        String text = Failure.of(new KafkaException("Failed to load keystore", new NoSuchFileException("/ca.pem")));

        assertThat(text).isEqualTo("Failed to load keystore: NoSuchFileException /ca.pem");
    }

    @Test
    void aFailedHandshakeSaysWhyAndWhatToDo() {
        Throwable root = new CertificateException("No subject alternative DNS name matching kafka found.");

        String text = Failure.of(
                new CompletionException(new SslAuthenticationException("SSL handshake failed", (SSLHandshakeException)
                        new SSLHandshakeException(root.getMessage()).initCause(root))));

        assertThat(text)
                .isEqualTo("SSL handshake failed: No subject alternative DNS name matching kafka found."
                        + " (the broker's certificate is for another host: name the broker as its certificate does)");
    }

    @Test
    void aMissingRightIsNamed() {
        String text = Failure.of(new TopicAuthorizationException(Set.of("flights")));

        assertThat(text).contains("flights").contains("lacks a right");
    }

    @Test
    void aCodecThatCannotBeLoadedIsNamedWithItsFolder() {
        Throwable link = new UnsatisfiedLinkError("/tmp/libzstd-jni-1.so: failed to map segment from shared object");

        String text = Failure.of(new KafkaException(
                "Received exception when fetching the next record from flights-0.", new KafkaException(link)));

        assertThat(text)
                .contains("UnsatisfiedLinkError /tmp/libzstd-jni-1.so")
                .contains("noexec")
                .contains(System.getProperty("java.io.tmpdir"));
    }

    @Test
    void aCircleOfCausesEnds() {
        RuntimeException one = new RuntimeException("one of two");
        one.initCause(new RuntimeException("two of two", one));

        assertThat(Failure.of(one)).isEqualTo("one of two: two of two");
    }
}
