package dev.flightboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.FreePort;
import dev.flightboard.support.TemporaryDirectory;
import dev.flightboard.support.Wait;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS at the service itself: a stream is encrypted to its end, whatever name the client asked for. */
class TlsIT {

    private final String id = Service.newId();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aStreamStaysEncryptedWithAndWithoutServerNames(boolean sni) throws Exception {
        try (TemporaryDirectory directory = new TemporaryDirectory()) {
            Certificate certificate = Certificate.selfSigned(directory.path());
            int port = FreePort.next();
            try (Service service = Service.start(
                            "QUARKUS_HTTP_SSL_PORT=" + port,
                            "QUARKUS_HTTP_SSL_SNI=" + sni,
                            "QUARKUS_HTTP_SSL_CERTIFICATE_FILES=" + certificate.chain(),
                            "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES=" + certificate.key());
                    SSLSocket socket = connect(port)) {
                socket.getOutputStream()
                        .write("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                readTo(lines, "event: live");

                service.write(id, "landed");

                assertThat(readTo(lines, "\"id\":\"" + id + "\"")).contains("landed");
            }
        }
    }

    private static String readTo(BufferedReader lines, String text) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(text)) return line;
        }
        throw new AssertionError("The stream ended before " + text);
    }

    private static SSLSocket connect(int port) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", port);
        socket.setSoTimeout((int) Wait.DEADLINE.toMillis());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName("localhost")));
        socket.setSSLParameters(parameters);
        return socket;
    }

    /** The certificate is one that nobody signed. */
    private static final class Anybody implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
