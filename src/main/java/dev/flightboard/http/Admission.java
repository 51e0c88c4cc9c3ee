package dev.flightboard.http;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.fanout.View;
import io.quarkus.runtime.Startup;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Counts the open streams and their distinct filters, in all and for each client address, and refuses those beyond the
 * limits. Any thread. Each stream that was let in is uncounted exactly once, by closing its {@link Slot}.
 */
@Singleton
@Startup // so that its meters are there from the start
class Admission {

    // Streams end all the time, so a client that was refused should ask again soon, but not all in the same second.
    private static final int MIN_RETRY_SECONDS = 2;
    private static final int MAX_RETRY_SECONDS = 10;

    private final FlightboardConfig.Stream limits;
    private final StreamMetrics metrics;
    private final Map<String, Client> clients = new HashMap<>();
    private final Map<View, Integer> filters = new HashMap<>();
    private int open;
    private boolean draining;

    /** What one address has open. */
    private static final class Client {
        int streams;
        final Map<View, Integer> filters = new HashMap<>();
    }

    Admission(FlightboardConfig config, StreamMetrics metrics) {
        this.limits = config.stream();
        this.metrics = metrics;
        metrics.gauge("flightboard.stream.subscribers", "Streams that are open", this::open);
        metrics.gauge("flightboard.stream.views", "Distinct filters that somebody watches", this::filters);
    }

    /** The permission for one stream. Closing it a second time changes nothing. */
    final class Slot implements AutoCloseable {

        private final String address;
        private final View view;
        private boolean left;

        private Slot(String address, View view) {
            this.address = address;
            this.view = view;
        }

        @Override
        public void close() {
            synchronized (Admission.this) {
                if (left) return;
                left = true;
                leave(address, view);
            }
        }
    }

    Slot enter(SocketAddress client, View view) {
        String address = ClientAddress.group(client);
        Refusal refusal = admit(address, view);
        if (refusal != null) throw refused(refusal);
        return new Slot(address, view);
    }

    /** Refuses all from now on. */
    synchronized void close() {
        draining = true;
    }

    /** Counts the stream and returns null, or returns why it is refused. */
    private synchronized Refusal admit(String address, View view) {
        if (draining) return Refusal.DRAINING;
        if (open >= limits.maxSubscribers()) return Refusal.LIMIT;
        Client client = clients.getOrDefault(address, new Client());
        if (client.streams >= limits.maxSubscribersPerAddress()) return Refusal.LIMIT_PER_ADDRESS;
        if (!view.isWholeBoard()) {
            if (!filters.containsKey(view) && filters.size() >= limits.maxViews()) return Refusal.LIMIT_VIEWS;
            if (!client.filters.containsKey(view) && client.filters.size() >= limits.maxViewsPerAddress())
                return Refusal.LIMIT_VIEWS_PER_ADDRESS;
            filters.merge(view, 1, Integer::sum);
            client.filters.merge(view, 1, Integer::sum);
        }
        open++;
        client.streams++;
        clients.put(address, client);
        return null;
    }

    private void leave(String address, View view) {
        Client client = clients.get(address);
        open--;
        if (--client.streams == 0) clients.remove(address);
        if (view.isWholeBoard()) return;
        uncount(filters, view);
        uncount(client.filters, view);
    }

    private static void uncount(Map<View, Integer> counts, View view) {
        counts.computeIfPresent(view, (same, count) -> count == 1 ? null : count - 1);
    }

    private synchronized int open() {
        return open;
    }

    private synchronized int filters() {
        return filters.size();
    }

    private ServiceUnavailableException refused(Refusal refusal) {
        metrics.refused(refusal);
        int seconds = ThreadLocalRandom.current().nextInt(MIN_RETRY_SECONDS, MAX_RETRY_SECONDS + 1);
        return new ServiceUnavailableException(Response.status(503)
                .header("Retry-After", seconds)
                .type(MediaType.TEXT_PLAIN)
                .entity(refusal.why + "; try again in " + seconds + " s\n")
                .build());
    }
}
