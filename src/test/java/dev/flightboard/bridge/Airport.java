package dev.flightboard.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An airport's API: its flights as a list in pages, and every fault that such have. */
final class Airport implements AutoCloseable {

    /** What becomes of the request for a page. */
    interface Answer {
        void to(HttpExchange asked, int page) throws IOException;
    }

    static final int PAGE = 3;

    private static final String PATH = "/v1/arrivals";

    /** Entries of the list, by id. */
    final Map<String, String> flights = new TreeMap<>();

    /** How often it was asked. */
    int requests;

    /** Of the last request. */
    Map<String, List<String>> asked = Map.of();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Answer answer = this::page;

    Airport() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests++;
            asked = Map.copyOf(exchange.getRequestHeaders());
            if (!exchange.getRequestURI().getPath().equals(PATH)) {
                send(exchange, 404, new byte[0]);
                return;
            }
            String query = exchange.getRequestURI().getRawQuery();
            answer.to(exchange, query == null ? 1 : Integer.parseInt(query.replaceAll(".*page=", "")));
        }
    }

    synchronized void answers(Answer newAnswer) {
        answer = newAnswer;
    }

    synchronized void isWell() {
        answer = this::page;
    }

    /** As it should. */
    void page(HttpExchange asked, int page) throws IOException {
        send(asked, 200, list(page), page * PAGE < flights.size() ? page + 1 : 0);
    }

    /** The entries of a page. */
    String list(int page) {
        List<String> all = new ArrayList<>(flights.values());
        int from = Math.min(all.size(), (page - 1) * PAGE);
        return "[" + String.join(",", all.subList(from, Math.min(all.size(), from + PAGE))) + "]";
    }

    /** @param next the page that follows; 0 for none */
    void send(HttpExchange asked, int status, String body, int next) throws IOException {
        if (next > 0) asked.getResponseHeaders().add("Link", "<" + PATH + "?page=" + next + ">; rel=\"next\"");
        send(asked, status, body.getBytes(UTF_8));
    }

    void send(HttpExchange asked, int status, byte[] body) throws IOException {
        asked.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        asked.getResponseBody().write(body);
    }

    /** As much as was there when the connection broke. */
    void cut(HttpExchange asked, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        asked.sendResponseHeaders(200, bytes.length);
        asked.getResponseBody().write(bytes, 0, bytes.length / 2);
        asked.getResponseBody().flush();
    }

    void show(String id, String state) {
        flights.put(id, "{\"id\":\"%s\",\"number\":\"%s\",\"status\":\"%s\"}".formatted(id, id.toLowerCase(), state));
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
