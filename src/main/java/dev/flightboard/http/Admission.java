package dev.flightboard.http;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.fanout.View;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the open streams, in all, per client address and by view, and refuses those beyond the limits. Any thread. */
@ApplicationScoped
class Admission {

    // Streams end all the time, and whoever is refused asks again: soon, but not all in the same second.
    private static final int MIN_RETRY_SECONDS = 2;
    private static final int MAX_RETRY_SECONDS = 10;

    private final int limit;
    private final int limitPerAddress;
    private final int limitOfViews;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<String, Integer> openByAddress = new ConcurrentHashMap<>();
    private final Map<View, Integer> openByView = new ConcurrentHashMap<>();
    private final StreamMetrics metrics;
    private volatile boolean closed;

    Admission(FlightboardConfig config, StreamMetrics metrics) {
        this.limit = config.stream().maxSubscribers();
        this.limitPerAddress = config.stream().maxSubscribersPerAddress();
        this.limitOfViews = config.stream().maxViews();
        this.metrics = metrics;
        metrics.gauge("flightboard.stream.subscribers", "Streams that are open", open::get);
        metrics.gauge("flightboard.stream.views", "Distinct views that somebody watches", openByView::size);
    }

    /** One open stream; to be left once. */
    final class Place {

        private final String address;
        private final View view;

        private Place(String address, View view) {
            this.address = address;
            this.view = view;
        }

        void leave() {
            open.decrementAndGet();
            release(openByAddress, address);
            release(openByView, view);
        }
    }

    private static <K> void release(Map<K, Integer> counts, K key) {
        counts.compute(key, (same, count) -> count == 1 ? null : count - 1);
    }

    Place enter(SocketAddress client, View view) {
        if (closed) throw refused("draining", "this replica stops; another one has room");
        String address = client == null || client.hostAddress() == null ? "unknown" : client.hostAddress();
        if (open.incrementAndGet() > limit) {
            open.decrementAndGet();
            throw refused("limit", "no stream is free here");
        }
        if (openByAddress.merge(address, 1, Integer::sum) > limitPerAddress) {
            open.decrementAndGet();
            release(openByAddress, address);
            throw refused("limit-per-address", "no further stream for this address");
        }
        if (openByView.merge(view, 1, Integer::sum) == 1 && openByView.size() > limitOfViews) {
            new Place(address, view).leave();
            throw refused("limit-views", "no further filter is free here");
        }
        return new Place(address, view);
    }

    /** Refuses all from now on. */
    void close() {
        closed = true;
    }

    private ServiceUnavailableException refused(String reason, String why) {
        metrics.refused(reason);
        int seconds = ThreadLocalRandom.current().nextInt(MIN_RETRY_SECONDS, MAX_RETRY_SECONDS + 1);
        return new ServiceUnavailableException(Response.status(503)
                .header("Retry-After", seconds)
                .type(MediaType.TEXT_PLAIN)
                .entity(why + "; try again in " + seconds + " s\n")
                .build());
    }
}
