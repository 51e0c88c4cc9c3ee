package dev.flightboard.system;

import dev.flightboard.support.Replica;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** With the settings that Compose's gateway has, but for the name server. */
class Nginx extends Gateway {

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
        // With Compose's name server no failure is remembered. By itself, nginx would give a replica that failed once a
        // single request in ten seconds until one has ended, and a stream does not end.
        String servers = replicas.stream()
                .map(each -> "server 127.0.0.1:" + each.port() + " max_fails=0;")
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
