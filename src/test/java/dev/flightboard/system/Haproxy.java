package dev.flightboard.system;

import dev.flightboard.support.Replica;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** With what docs/scaling.md asks of any balancer. */
final class Haproxy extends Gateway {

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
                                each.port(), each.port(), each.managementUri("").getPort()))
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
