package dev.flightboard.system;

import dev.flightboard.support.FreePort;
import dev.flightboard.support.Replica;
import dev.flightboard.support.TemporaryDirectory;
import dev.flightboard.support.Wait;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** A real load balancer, as a process, in front of replicas. */
public abstract class Gateway implements AutoCloseable {

    final int port = FreePort.next();
    final TemporaryDirectory directory = new TemporaryDirectory();
    private final String program;
    private Process process;

    private Gateway(String program) {
        this.program = program;
    }

    public static Gateway nginx() {
        return new Nginx(false);
    }

    /** With nginx' own compression on, for event streams too. */
    static Gateway compressingNginx() {
        return new Nginx(false) {
            @Override
            String configuration(List<Replica> replicas) throws IOException {
                return super.configuration(replicas)
                        .replace(
                                "access_log off;",
                                "access_log off; gzip on; gzip_types text/event-stream; gzip_proxied any;");
            }
        };
    }

    /** To the browser by TLS and HTTP/2, as Compose's profile https has it. */
    static Gateway https() {
        return new Nginx(true);
    }

    /** With replicas of which every other request is answered as by one of another version, with other files. */
    static Gateway amidAnUpdate() {
        return new AmidAnUpdate();
    }

    static Gateway haproxy() {
        return new Haproxy();
    }

    abstract String configuration(List<Replica> replicas) throws IOException;

    abstract List<String> command(Path configuration);

    public int port() {
        return port;
    }

    /** Skips the test, and says so, where the program is missing. */
    public void assumeInstalled() {
        Path executable = Path.of("/usr/sbin", program);
        Assumptions.assumeTrue(Files.isExecutable(executable), program + " is not on this machine");
    }

    public void start(List<Replica> replicas) throws IOException {
        assumeInstalled();
        process = new ProcessBuilder(command(write(replicas)))
                .redirectErrorStream(true)
                .redirectOutput(directory.path().resolve("log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Wait.until(program + "'s start", this::accepts);
    }

    /** Takes these for all new requests; those under way stay where they are. */
    void use(List<Replica> replicas) throws Exception {
        write(replicas);
        // Both understand it as: read the configuration again.
        String signal = program.equals("nginx") ? "-HUP" : "-USR2";
        new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    private Path write(List<Replica> replicas) throws IOException {
        return Files.writeString(directory.path().resolve("configuration"), configuration(replicas));
    }

    private boolean accepts() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** SIGKILL: every connection ends, cut anywhere. */
    public void kill() {
        if (process == null) return;
        List<ProcessHandle> workers = process.descendants().toList();
        // First, or it would start a worker anew.
        process.destroyForcibly().onExit().join();
        workers.forEach(each -> each.destroyForcibly());
        workers.forEach(each -> each.onExit().join());
    }

    @Override
    public void close() {
        kill();
        directory.close();
    }

    /** With the settings that Compose's gateway has, but for the name server. */
    private static class Nginx extends Gateway {

        private final boolean https;

        Nginx(boolean https) {
            super("nginx");
            this.https = https;
        }

        @Override
        List<String> command(Path configuration) {
            return List.of("/usr/sbin/nginx", "-e", directory.path() + "/error", "-c", configuration.toString());
        }

        @Override
        String configuration(List<Replica> replicas) throws IOException {
            String board = Files.readString(Path.of("compose", "gateway", "board.conf"))
                    .replaceFirst("(?m)^resolver .*$", "")
                    .replace("set $board board:8080;", "set $board board;");
            String servers = replicas.stream()
                    .map(each -> "server 127.0.0.1:" + each.port() + ";")
                    .collect(Collectors.joining(" "));
            // 8,192: two connections a visitor, in the old worker and in the new.
            return """
                    daemon off;
                    user root;
                    worker_processes 1;
                    pid %1$s/pid;
                    events { worker_connections 8192; }
                    http {
                        access_log off;
                        client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi;
                        uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
                        upstream board { %2$s }
                        server {
                            listen 127.0.0.1:%3$d %4$s;
                            %5$s
                        }
                    }
                    """.formatted(directory.path(), servers, port, https ? "ssl http2" : "", tls() + board);
        }

        private String tls() throws IOException {
            if (!https) return "";
            Certificate certificate = Certificate.selfSigned(directory.path());
            return "ssl_certificate %s; ssl_certificate_key %s;%n".formatted(certificate.chain(), certificate.key());
        }
    }

    /** The other version is the same but for the names of its files, which begin with an x. */
    private static final class AmidAnUpdate extends Nginx {

        private final int otherPort = FreePort.next();

        AmidAnUpdate() {
            super(false);
        }

        @Override
        String configuration(List<Replica> replicas) throws IOException {
            int replica = replicas.get(0).port();
            String other = """
                        server {
                            listen 127.0.0.1:%1$d;
                            proxy_http_version 1.1;
                            proxy_set_header Host $http_host;
                            proxy_set_header Accept-Encoding "";
                            proxy_buffering off;
                            sub_filter_types text/javascript application/javascript;
                            sub_filter_once off;
                            sub_filter '"/assets/' '"/assets/x-';
                            sub_filter '`/assets/' '`/assets/x-';
                            sub_filter '"./' '"./x-';
                            sub_filter '`./' '`./x-';
                            location / { proxy_pass http://127.0.0.1:%2$d; }
                            location /assets/x- { proxy_pass http://127.0.0.1:%2$d/assets/; }
                            location ~ ^/assets/[^x].*\\.(js|css)$ { return 404; }
                        }
                    """.formatted(otherPort, replica);
            String both = "server 127.0.0.1:%d; server 127.0.0.1:%d;".formatted(replica, otherPort);
            return super.configuration(replicas)
                    .replace(
                            "upstream board { server 127.0.0.1:%d; }".formatted(replica),
                            "upstream board { " + both + " }" + other);
        }
    }

    /** Of one version, then of the next, which is the same but for what tells builds apart. */
    static final class Deployment extends Nginx {

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
            String build =
                    replicas.get(0).get("/").body().replaceAll("(?s).*name=\"build\" content=\"(\\w+)\".*", "$1");
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

    /** With what docs/scaling.md asks of any balancer. */
    private static final class Haproxy extends Gateway {

        Haproxy() {
            super("haproxy");
        }

        @Override
        List<String> command(Path configuration) {
            return List.of("/usr/sbin/haproxy", "-W", "-f", configuration.toString());
        }

        @Override
        String configuration(List<Replica> replicas) {
            String servers = replicas.stream()
                    .map(each -> "    server r%d 127.0.0.1:%d check port %d"
                            .formatted(
                                    each.port(),
                                    each.port(),
                                    each.managementUri("").getPort()))
                    .collect(Collectors.joining("\n"));
            return """
                    global
                        maxconn 8192
                    defaults
                        mode http
                        timeout connect 1s
                        timeout client 2m
                        # Four heartbeats of 15 s: a replica that fell silent is given up.
                        timeout server 60s
                        # The browser of a replica that stops, or has just stopped, is served by another one.
                        retry-on conn-failure empty-response 503
                        retries 3
                        option redispatch 1
                    frontend origin
                        bind 127.0.0.1:%d
                        default_backend board
                    backend board
                        # Not leastconn: a replica that drains has the fewest.
                        balance roundrobin
                        option httpchk GET /q/health/ready
                        # As the manifests probe it: one late answer is no reason, three are. Until then, its 503 is retried.
                        default-server inter 1s fall 3 rise 1
                    %s
                    """.formatted(port, servers);
        }
    }
}
