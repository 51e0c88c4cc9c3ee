package dev.flightboard;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;

/** The ports that the service is going to listen on: each must be free, and no two may be the same. */
final class Ports {

    private final Config config;
    private final List<Port> ports = new ArrayList<>();

    private record Port(String variable, String host, int number) {}

    Ports(Config config) {
        this.config = config;
        if (!isSet("quarkus.http.insecure-requests", "disabled")) add("quarkus.http.port", "quarkus.http.host");
        if (isPresent("quarkus.http.ssl.certificate.files") || isPresent("quarkus.http.tls-configuration-name")) {
            add("quarkus.http.ssl-port", "quarkus.http.host");
        }
        add("quarkus.management.port", "quarkus.management.host");
    }

    /** Throws an exception that names the setting to change; Quarkus itself would print a page of stack trace. */
    void check() {
        for (Port each : ports) {
            // 0 lets the system choose a free one.
            if (each.number == 0) continue;
            for (Port other : ports.subList(0, ports.indexOf(each))) {
                if (other.number == each.number) {
                    throw new ConfigurationException(each.variable + " and " + other.variable + " are both "
                            + each.number + ": health and metrics need a port of their own, closed to browsers.");
                }
            }
            if (!isSet("quarkus.http.so-reuse-port", "true")) checkFree(each);
        }
    }

    private static void checkFree(Port port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(port.host, port.number));
        } catch (IOException | RuntimeException taken) {
            throw new ConfigurationException("Port " + port.number + " of " + port.host + " cannot be listened on ("
                    + taken.getMessage() + "). Stop what listens there, or choose another port by " + port.variable
                    + ".");
        }
    }

    private void add(String port, String host) {
        ports.add(new Port(
                port.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"),
                config.getOptionalValue(host, String.class).orElse("0.0.0.0"),
                config.getValue(port, Integer.class)));
    }

    private boolean isPresent(String name) {
        return config.getOptionalValue(name, String.class).isPresent();
    }

    private boolean isSet(String name, String value) {
        return config.getOptionalValue(name, String.class)
                .filter(value::equalsIgnoreCase)
                .isPresent();
    }
}
