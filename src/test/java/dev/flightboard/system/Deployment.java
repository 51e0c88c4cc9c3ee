package dev.flightboard.system;

import dev.flightboard.support.Replica;
import dev.flightboard.support.Wait;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Of one version, then of the next, which is the same but for what tells builds apart. */
final class Deployment extends Nginx {

    static final String NEXT = "0123456789abcdef";

    private boolean deployed;

    Deployment() {
        super(false);
    }

    void deploy(List<Replica> replicas) throws Exception {
        deployed = true;
        use(replicas);
        Wait.until("the next version", () -> page().contains(NEXT));
    }

    private String page() {
        try (InputStream page =
                URI.create("http://localhost:" + port + "/").toURL().openStream()) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    String configuration(List<Replica> replicas) throws IOException {
        String configuration = super.configuration(replicas);
        if (!deployed) return configuration;
        String build = replicas.get(0).get("/").body().replaceAll("(?s).*name=\"build\" content=\"(\\w+)\".*", "$1");
        String next = """
                proxy_set_header Accept-Encoding "";
                proxy_set_header If-None-Match "";
                proxy_set_header If-Modified-Since "";
                sub_filter_types text/javascript application/javascript;
                sub_filter_once off;
                sub_filter '%s' '%s';
                """.formatted(build, NEXT);
        return configuration.replace(
                "listen 127.0.0.1:%d ;".formatted(port), "listen 127.0.0.1:%d ;%n%s".formatted(port, next));
    }
}
