package dev.flightboard.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** A certificate for localhost that nobody signed, and its key, as files that balancers read. */
record Certificate(Path chain, Path key) {

    private static final String PASSWORD = "of a store that lives for one test";

    static Certificate selfSigned(Path directory) throws IOException {
        Path store = directory.resolve("store.p12");
        try {
            if (!Files.exists(store)) make(store);
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, PASSWORD.toCharArray());
            }
            byte[] chain = keys.getCertificate("localhost").getEncoded();
            byte[] key = keys.getKey("localhost", PASSWORD.toCharArray()).getEncoded();
            return new Certificate(
                    write(directory.resolve("certificate.pem"), "CERTIFICATE", chain),
                    write(directory.resolve("key.pem"), "PRIVATE KEY", key));
        } catch (GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    // The one tool for it that comes with every JDK.
    private static void make(Path store) throws IOException, InterruptedException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        int code = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "localhost",
                        "-dname",
                        "CN=localhost",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0) throw new IllegalStateException("keytool failed");
    }

    private static Path write(Path file, String type, byte[] content) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(file, "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(type, base64));
    }
}
