package dev.flightboard.system;

import dev.flightboard.support.FreePort;
import dev.flightboard.support.Replica;
import java.io.IOException;
import java.util.List;

/** The other version is the same but for the names of its files, which begin with an x. */
final class AmidAnUpdate extends Nginx {

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
        String one = "server 127.0.0.1:%d max_fails=0;".formatted(replica);
        return super.configuration(replicas)
                .replace(
                        "upstream board { " + one + " }",
                        "upstream board { " + one + " server 127.0.0.1:" + otherPort + "; }" + other);
    }
}
