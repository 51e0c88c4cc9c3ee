package dev.flightboard.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The packaged service as a process of its own, on free ports, in an empty folder. */
public final class Replica implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    // Heap: far more than the board of a test needs, and small enough that a leak shows. And no compiler that takes
    // longer than it can save a service that lives for seconds.
    private static final List<String> SHORT_LIVED = List.of("-Xmx128m", "-XX:TieredStopAtLevel=1");

    // More than any test needs, and allowed everywhere.
    private static final int DESCRIPTORS = 4_096;

    private final TemporaryDirectory directory = new TemporaryDirectory();
    private final int port = FreePort.next();
    private final int managementPort = FreePort.next();
    private final Map<String, String> settings;
    private final List<String> options;
    private JavaProcess process;

    private Replica(Map<String, String> settings, List<String> options) {
        this.settings = new HashMap<>(settings);
        this.options = options;
        this.settings.putIfAbsent("QUARKUS_HTTP_PORT", String.valueOf(port));
        this.settings.putIfAbsent("QUARKUS_MANAGEMENT_PORT", String.valueOf(managementPort));
    }

    /** Returns at once, whatever becomes of the start. */
    public static Replica launched(Map<String, String> settings) {
        return launched(settings, SHORT_LIVED);
    }

    private static Replica launched(Map<String, String> settings, List<String> options) {
        Replica replica = new Replica(settings, options);
        replica.launch();
        return replica;
    }

    /** Returns when the service is ready, its board caught up. */
    public static Replica ready(Map<String, String> settings) {
        return ready(settings, SHORT_LIVED);
    }

    /** The same on a JVM with other options than those of a service that lives for seconds. */
    public static Replica ready(Map<String, String> settings, List<String> options) {
        Replica replica = launched(settings, options);
        replica.awaitReady();
        return replica;
    }

    /** The same service again, after a stop or kill: same ports, folder and settings. */
    public void launch() {
        Path jar = Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
        if (!Files.exists(jar)) throw new IllegalStateException(jar + " is missing: ./mvnw package makes it");
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(ClassArchive.options(jar));
        arguments.addAll(List.of("-jar", jar.toString()));
        process = JavaProcess.start("replica", directory.path(), settings, arguments);
    }

    public void awaitReady() {
        process.await("readiness", () -> readiness() == 200);
    }

    public void awaitStarted() {
        process.await("start", () -> status(managementUri("/q/health/started")) == 200);
    }

    public void awaitLog(String text) {
        process.await("'" + text + "' in the log", () -> log().contains(text));
    }

    public int port() {
        return port;
    }

    public URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    public URI managementUri(String path) {
        return URI.create("http://localhost:" + managementPort + path);
    }

    /** The stream as a browser gets it; headers as name, value, name, value. */
    public EventStream events(String query, String... headers) {
        return EventStream.open(port, "/events" + query, headers);
    }

    /** Headers as name, value, name, value. */
    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, HttpResponse.BodyHandlers.ofString(), headers);
    }

    /** The answer of the public port; headers as name, value, name, value. */
    public <T> HttpResponse<T> send(String method, String path, HttpResponse.BodyHandler<T> body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .timeout(Wait.DEADLINE)
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) request.headers(headers);
        return send(request.build(), body);
    }

    /** What Prometheus would get. */
    public String metrics() {
        return management("/q/metrics");
    }

    /** What readiness says, and why. */
    public String health() {
        return management("/q/health/ready");
    }

    /** The answer of the management port. */
    public String management(String path) {
        HttpRequest request = HttpRequest.newBuilder(managementUri(path))
                .timeout(Wait.DEADLINE)
                .build();
        return send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** Of readiness. */
    public int readiness() {
        return status(managementUri("/q/health/ready"));
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request, body);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(request + " failed:\n" + log(), e);
        }
    }

    public String log() {
        return process.log();
    }

    public Path directory() {
        return directory.path();
    }

    public long pid() {
        return process.pid();
    }

    /** SIGTERM, and the exit code that followed. */
    public int stop() {
        return process.stop();
    }

    public void kill() {
        process.kill();
    }

    public void freeze() {
        process.freeze();
    }

    public void thaw() {
        process.thaw();
    }

    /** It can open no further file or connection, until it is relieved. */
    public void exhaustDescriptors() {
        process.limit("nofile", process.descriptors());
    }

    public void relieve() {
        process.limit("nofile", DESCRIPTORS);
    }

    /** The exit code of a service that ends by itself. */
    public int awaitExit() {
        return process.awaitExit();
    }

    @Override
    public void close() {
        process.kill();
        directory.close();
    }

    // 0 while nothing listens.
    private static int status(URI uri) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(uri).timeout(Wait.DEADLINE).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
